package org.parley.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.parley.messages.Details;
import org.parley.messages.LoggedMessage;

/** Files of messages, which are found by their names too. */
@ApplicationScoped
class Files implements Part {
    @Override
    public String name() {
        return "file";
    }

    @Override
    public boolean in(LoggedMessage message) {
        return !message.details().attachments().isEmpty();
    }

    @Override
    public List<String> texts(LoggedMessage message) {
        return message.details().attachments().stream()
                .map(Details.Attachment::name)
                .toList();
    }
}
