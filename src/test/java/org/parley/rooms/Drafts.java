package org.parley.rooms;

import java.time.Instant;
import java.util.UUID;
import org.parley.accounts.Caller;
import org.parley.texts.Names;

/** Rooms and people for tests of rules, without a database. */
final class Drafts {
    static final Instant NOW = Instant.parse("2026-11-21T09:30:00.123Z");
    static final Caller ANN = caller(1, "ann", false);
    static final Caller BOB = caller(2, "bob", false);
    static final Caller DORA = caller(4, "dora", false);
    static final Caller ROOT = caller(9, "root", true);

    private Drafts() {}

    private static Caller caller(long id, String name, boolean admin) {
        return new Caller(id, name, name, admin, new UUID(0, id), "127.0.0.1");
    }

    static Room room(String kind) {
        return new Room(77, kind, Names.room("name", "tea"), NOW);
    }

    static Room withPassword(Room room) {
        room.passwordHash("a hash");
        return room;
    }

    static Membership membership(Caller member, Role role) {
        return new Membership(100 + member.accountId(), 77, member.accountId(), role, 0, NOW);
    }

    static Visit stranger(Caller caller, Room room) {
        return new Visit(caller, room, null);
    }

    static Visit member(Caller caller, Room room, Role role) {
        return new Visit(caller, room, membership(caller, role));
    }
}
