package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.stream.Collectors;
import org.parley.system.Ids;
import org.parley.texts.Name;

/** What every new room needs: its row, its name, and an event for the other features. */
@ApplicationScoped
class FoundingRooms {
    @Inject
    Rooms rooms;

    @Inject
    RoomNames names;

    @Inject
    Event<RoomCreated> created;

    @Inject
    Clock clock;

    /** @throws org.parley.problems.Refusal {@code room_name_taken}; then the transaction must be rolled back */
    Room found(Name name, String kind) {
        Room room = new Room(Ids.next(clock), kind, name, clock.instant());
        rooms.add(room);
        names.claim(room.id(), name);
        created.fire(new RoomCreated(room.id()));
        return room;
    }

    /** A room without a name for these people. If another one was made for them, the flush violates a unique key. */
    Room foundUnnamed(Collection<Long> accounts) {
        Room room = Room.unnamed(Ids.next(clock), clock.instant());
        room.madeFor(accounts.stream()
                .sorted()
                .map(account -> Long.toString(account, Character.MAX_RADIX))
                .collect(Collectors.joining(",")));
        rooms.add(room);
        created.fire(new RoomCreated(room.id()));
        return room;
    }
}
