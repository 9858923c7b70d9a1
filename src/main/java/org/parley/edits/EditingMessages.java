package org.parley.edits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.everyone.Everyone;
import org.parley.messages.Change;
import org.parley.messages.ChangeKind;
import org.parley.messages.ChangeRow;
import org.parley.messages.Log;
import org.parley.messages.LoggedMessage;
import org.parley.messages.Mentions;
import org.parley.messages.Message;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.rooms.Standing;

/**
 * Edits messages: only the author may, and only if a new message would be accepted. The value of the change is the new
 * text. The earlier text is not kept. An edit notifies nobody.
 */
@ApplicationScoped
class EditingMessages implements ChangeKind {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Log log;

    @Inject
    Mentions mentions;

    @Inject
    Everyone everyone;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "edit";
    }

    @Override
    public Making begin(List<Change> changes) {
        Set<Long> calling = changes.stream()
                .filter(change -> everyone(change) != null)
                .map(Change::roomId)
                .collect(Collectors.toSet());
        return new Editing(everyone.reach(calling));
    }

    private static String everyone(Change change) {
        return Mentions.everyone(Mentions.names(change.value()));
    }

    private final class Editing implements Making {
        private final Everyone.Reach reach;

        private Editing(Everyone.Reach reach) {
            this.reach = reach;
        }

        @Override
        public boolean make(Change change, Message target, Standing actor) {
            judge(change, target, actor);
            String word = reach.of(everyone(change), actor, change.caller());
            return target.edit(change.value(), word, clock.millis());
        }

        @Override
        public void made(List<Change> changes) {
            follow(changes);
        }
    }

    private static void judge(Change change, Message target, Standing actor) {
        if (target.deleted()) {
            throw Refusal.notFound();
        }
        if (target.told()) {
            throw Refusal.of(Code.FORBIDDEN, "A system message cannot be edited.");
        }
        if (target.senderId() != actor.accountId()) {
            throw Refusal.of(Code.FORBIDDEN, "You can edit only your own messages.");
        }
        if (change.value().isEmpty() && !target.attached()) {
            throw Refusal.invalid("body", "must not be empty");
        }
        actor.asWriter(change.caller());
    }

    /** The message has the text, and every reader of the log gets it from there. */
    @Override
    public String stored(String value) {
        return "";
    }

    private void follow(List<Change> changes) {
        Map<Log.Place, String> texts = new LinkedHashMap<>();
        for (Change change : changes) {
            // As it is now: a later change of the batch may have edited it again, or deleted it.
            Message message = entities.find(Message.class, new Message.Key(change.roomId(), change.target()));
            texts.put(new Log.Place(message.roomId(), message.seq()), message.body());
        }
        mentions.follow(texts);
    }

    @Override
    public Optional<String> told(String type, String emoji) {
        return type.equals(LoggedEdit.TYPE) ? Optional.of("") : Optional.empty();
    }

    @Override
    public List<LoggedEdit> logged(List<ChangeRow> rows) {
        Map<Log.Place, LoggedMessage> messages =
                log.at(rows.stream().map(ChangeRow::place).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(LoggedMessage::place, Function.identity()));
        // The rows of a room that is being deleted may be gone already.
        return rows.stream()
                .filter(row -> messages.containsKey(row.place()))
                .map(row -> new LoggedEdit(
                        row.roomId(), row.seq(), row.actorId(), row.username(), messages.get(row.place())))
                .toList();
    }
}
