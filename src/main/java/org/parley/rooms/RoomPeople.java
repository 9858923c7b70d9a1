package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.accounts.UserJson;
import org.parley.accounts.Users;
import org.parley.system.KeyTable;

/**
 * The people that stand for a name: both people of a private conversation, and the members of a room without a name. At
 * most two statements for any number of rooms.
 */
@ApplicationScoped
class RoomPeople {
    /** The reader of what many people read. It is never about private conversations. */
    static final long NOBODY = 0;

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Users users;

    /**
     * @param reader the account of the reader; 0 for many readers
     * @param users by account id
     * @param members the accounts of rooms without a name, those who came first in front, by room id
     */
    record Known(long reader, Map<Long, UserJson> users, Map<Long, List<Long>> members) {
        /** The other person of a private conversation; {@code null} for a room. */
        UserJson peer(Room room) {
            return room.direct() ? users.get(room.pair().other(reader)) : null;
        }

        /** The members of a room without a name; {@code null} for any other. */
        List<UserJson> of(Room room) {
            return room.unnamed()
                    ? members.getOrDefault(room.id(), List.of()).stream()
                            .map(users::get)
                            // A deleted account leaves within seconds.
                            .filter(user -> user.username() != null)
                            .toList()
                    : null;
        }
    }

    Known of(long reader, Collection<Room> rooms) {
        Map<Long, List<Long>> members =
                members(rooms.stream().filter(Room::unnamed).map(Room::id).toList());
        Set<Long> accounts = new HashSet<>();
        members.values().forEach(accounts::addAll);
        rooms.stream()
                .filter(Room::direct)
                .forEach(room -> accounts.add(room.pair().other(reader)));
        return new Known(reader, users.of(accounts), members);
    }

    private Map<Long, List<Long>> members(List<Long> roomIds) {
        if (roomIds.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select m.roomId, m.accountId from Membership m where m.roomId in :rooms order by m.id",
                        Object[].class)
                .setParameter("rooms", KeyTable.padded(roomIds))
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (Long) row[0], Collectors.mapping(row -> (Long) row[1], Collectors.toList())));
    }
}
