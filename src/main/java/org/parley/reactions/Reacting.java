package org.parley.reactions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.messages.Change;
import org.parley.messages.ChangeKind;
import org.parley.messages.ChangeRow;
import org.parley.texts.Emoji;

/**
 * Adds and removes reactions. Members who may write may react, whatever the slow mode; a reaction notifies nobody. The
 * value of the change is an {@link Asking}.
 */
@ApplicationScoped
class Reacting implements ChangeKind {
    @Inject
    Reactions reactions;

    @Override
    public String name() {
        return "reaction";
    }

    @Override
    public Making begin(List<Change> changes) {
        return reactions.of(changes);
    }

    @Override
    public Optional<String> told(String type, String emoji) {
        return switch (type) {
            case LoggedReaction.ADDED -> Optional.of(Asking.adding(emoji(emoji)).stored());
            case LoggedReaction.REMOVED ->
                Optional.of(Asking.removing(emoji(emoji)).stored());
            default -> Optional.empty();
        };
    }

    private static String emoji(String told) {
        return Emoji.of(told == null ? "" : told);
    }

    @Override
    public List<LoggedReaction> logged(List<ChangeRow> rows) {
        Map<Reactions.Kind, Long> counts =
                reactions.counts(rows.stream().map(Reacting::kind).distinct().toList());
        return rows.stream()
                .map(row -> new LoggedReaction(
                        row.roomId(),
                        row.seq(),
                        row.actorId(),
                        row.username(),
                        row.target(),
                        Asking.of(row.value()),
                        counts.getOrDefault(kind(row), 0L)))
                .toList();
    }

    private static Reactions.Kind kind(ChangeRow row) {
        return new Reactions.Kind(row.place(), Asking.of(row.value()).emoji());
    }
}
