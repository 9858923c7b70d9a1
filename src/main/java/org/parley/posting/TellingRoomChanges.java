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
import org.parley.messages.Heads;
import org.parley.messages.Log;
import org.parley.messages.Logged;
import org.parley.messages.Message;
import org.parley.messages.MessagesPosted;
import org.parley.messages.RoomChangeTold;
import org.parley.rooms.Room;
import org.parley.rooms.RoomChanged;
import org.parley.rooms.SystemAction;

/** Tells in a room's log what was done to the room, in the transaction that does it and holds the room's lock. */
@ApplicationScoped
class TellingRoomChanges {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Log log;

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
        entities.persist(new Message(
                room.id(),
                seq,
                change.actorId(),
                change.action().wire(),
                change.targetId(),
                SystemAction.stored(change.value()),
                now.toEpochMilli()));
        entities.flush();
        Instant until = change.value() instanceof Instant end ? Instant.ofEpochMilli(end.toEpochMilli()) : null;
        changeTold.fire(new RoomChangeTold(room.id(), seq, change.action(), change.reason(), until));
        List<Logged> told = log.range(room.id(), seq, seq);
        posted.fire(heads.news(room, told));
    }
}
