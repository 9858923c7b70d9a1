package org.parley.pins;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.parley.messages.Change;
import org.parley.messages.ChangeKind;
import org.parley.messages.ChangeRow;
import org.parley.messages.Message;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.rooms.Standing;

/**
 * Pins messages: the room's staff may, and both people of a private conversation. The value of the change is
 * {@link #PIN} or {@link #UNPIN}.
 */
@ApplicationScoped
class PinningMessages implements ChangeKind, ChangeKind.Making {
    static final String PIN = "+";
    static final String UNPIN = "-";

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Pins pins;

    @Override
    public String name() {
        return "pin";
    }

    @Override
    public Making begin(List<Change> changes) {
        return this;
    }

    @Override
    public boolean make(Change change, Message target, Standing actor) {
        if (target.told()) {
            throw Refusal.of(Code.FORBIDDEN, "A system message cannot be pinned.");
        }
        actor.asPinner(change.caller());
        boolean pinned = change.value().equals(PIN);
        if (pinned && target.deleted()) {
            throw Refusal.notFound();
        }
        return target.pin(pinned);
    }

    @Override
    public void made(List<Change> changes) {
        changes.stream().map(Change::place).distinct().forEach(place -> {
            pins.forget(place.roomId(), List.of(place.seq()));
            // As it is now: a later change of the batch may have unpinned it again, or deleted it.
            if (entities.find(Message.class, new Message.Key(place.roomId(), place.seq()))
                    .pinned()) {
                pins.add(place);
            }
        });
    }

    @Override
    public Optional<String> told(String type, String emoji) {
        return switch (type) {
            case LoggedPin.PINNED -> Optional.of(PIN);
            case LoggedPin.UNPINNED -> Optional.of(UNPIN);
            default -> Optional.empty();
        };
    }

    @Override
    public List<LoggedPin> logged(List<ChangeRow> rows) {
        return rows.stream().map(LoggedPin::of).toList();
    }
}
