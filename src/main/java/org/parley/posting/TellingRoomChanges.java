package org.parley.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.messages.Heads;
import org.parley.messages.LoggedMessage;
import org.parley.messages.Message;
import org.parley.messages.MessagesPosted;
import org.parley.messages.RoomChangeTold;
import org.parley.messages.Sender;
import org.parley.messages.Senders;
import org.parley.rooms.Room;
import org.parley.rooms.RoomChanged;
import org.parley.rooms.SystemAction;

/**
 * Writes the system message of a change to the room's log, in the transaction that makes the change under the room's
 * lock.
 */
@ApplicationScoped
class TellingRoomChanges {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Senders senders;

    @Inject
    Heads heads;

    @Inject
    Event<RoomChangeTold> changeTold;

    @Inject
    Event<MessagesPosted> posted;

    @Inject
    Clock clock;

    void tell(@Observes RoomChanged change) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        Room room = entities.find(Room.class, change.roomId());
        long seq = room.takeNumbers(1);
        room.spoken(seq, now);
        String stored = SystemAction.stored(change.value());
        LoggedMessage told = told(change, seq, stored, now);
        entities.persist(new Message(told, change.targetId(), stored));
        Instant until = change.value() instanceof Instant end ? Instant.ofEpochMilli(end.toEpochMilli()) : null;
        changeTold.fire(new RoomChangeTold(room.id(), seq, change.action(), change.reason(), until));
        posted.fire(heads.news(room, List.of(told)));
    }

    private LoggedMessage told(RoomChanged change, long seq, String stored, Instant now) {
        Map<Long, Sender> people = senders.of(Stream.of(change.actorId(), change.targetId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Sender target = change.targetId() == null ? null : people.get(change.targetId());
        return LoggedMessage.told(
                change.roomId(),
                seq,
                people.get(change.actorId()),
                LoggedMessage.SystemNotice.of(change.action(), target == null ? null : target.username(), stored),
                now);
    }
}
