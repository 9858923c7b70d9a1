package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.parley.accounts.Caller;
import org.parley.system.Ids;
import org.parley.system.Paging;

/** People and rooms with unique names, for the tests that run inside the server. */
@ApplicationScoped
public class Stage {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    CreatingRooms creating;

    @Inject
    BrowsingRooms browsing;

    @Inject
    Clock clock;

    /** A person who is a member of no room, not even of the lobby. */
    @Transactional
    public Caller person(String name) {
        String unique = unique(name);
        Caller caller = new Caller(Ids.next(clock), unique, unique, false, UUID.randomUUID(), "127.0.0.1");
        entities.createNativeQuery(
                        "INSERT INTO account (id, username, username_folded, username_skeleton, password_hash,"
                                + " display_name, bio, role, disabled_at, created_at) VALUES (?, ?, ?, ?, '', ?, '', 'user', NULL, 0)")
                .setParameter(1, caller.accountId())
                .setParameter(2, unique)
                .setParameter(3, unique)
                .setParameter(4, unique)
                .setParameter(5, unique)
                .executeUpdate();
        return caller;
    }

    public Room room(Caller owner) {
        NewRoomJson asked = new NewRoomJson(unique("room"), null, Room.PUBLIC, null, null);
        return creating.create(owner, asked).room();
    }

    /** The list of the person's own rooms, as {@code GET api/rooms} shows it. */
    public List<RoomJson> roomsOf(Caller member) {
        return browsing.page(member, RoomList.of(null, "joined", "activity", Paging.of("200", null)))
                .rooms();
    }

    private static String unique(String name) {
        return name + "-" + UUID.randomUUID().toString().substring(0, 13);
    }
}
