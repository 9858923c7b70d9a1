package org.parley.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.parley.messages.LoggedMessage;
import org.parley.texts.PlainText;

/** Tells what can be found of messages. */
@ApplicationScoped
class Entries {
    private List<Part> parts;

    protected Entries() {}

    @Inject
    Entries(@Any Instance<Part> found) {
        this(found.stream().toList());
    }

    Entries(List<Part> parts) {
        this.parts = parts;
    }

    Entry of(LoggedMessage message) {
        return new Entry(
                message.place(),
                message.senderId(),
                message.kind(),
                message.createdAt().toEpochMilli(),
                texts(message).stream().map(Words::of).toList(),
                parts.stream()
                        .filter(part -> part.in(message))
                        .map(Part::name)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Every text by which the message is found, its own first. */
    List<String> texts(LoggedMessage message) {
        List<String> texts = new ArrayList<>();
        texts.add(PlainText.of(message.body()));
        parts.forEach(part -> texts.addAll(part.texts(message)));
        return texts;
    }
}
