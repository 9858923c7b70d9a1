package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.parley.accounts.AvatarUrl;
import org.parley.system.KeyTable;
import org.parley.system.Uuids;

/**
 * The door for a whole batch of writes: one query for any number, and one more if it contains private conversations.
 */
@ApplicationScoped
public class Standings {
    /** An account that wants to write, and the room. */
    public record Place(long roomId, long accountId) {}

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    /**
     * Reads the standing of each account.
     *
     * @param rooms by id, locked by this transaction
     * @param places in these rooms, at least one
     * @return by place; a missing or disabled account is left out
     */
    public Map<Place, Standing> of(Map<Long, Room> rooms, Set<Place> places) {
        KeyTable keys = KeyTable.of("room_id", KeyTable.Type.NUMBER, "account_id", KeyTable.Type.NUMBER);
        places.forEach(place -> keys.add(place.roomId(), place.accountId()));
        NativeQuery<Object[]> query = entities.unwrap(Session.class)
                .createNativeQuery(
                        "SELECT w.room_id AS at_room, a.id AS who, a.username, a.display_name, a.avatar_id,"
                                + " {m.*}, {s.*} FROM "
                                + keys.table(entities)
                                + " w JOIN account a ON a.id = w.account_id AND a.disabled_at IS NULL LEFT JOIN"
                                + " membership m ON m.room_id = w.room_id AND m.account_id = w.account_id LEFT JOIN"
                                + " sanction s ON s.room_id = w.room_id AND s.account_id = w.account_id",
                        Object[].class)
                .addScalar("at_room", Long.class)
                .addScalar("who", Long.class)
                .addScalar("username", String.class)
                .addScalar("display_name", String.class)
                .addScalar("avatar_id", byte[].class)
                .addEntity("m", Membership.class)
                .addEntity("s", Sanction.class);
        keys.bind(query, 1);
        // The rooms are locked and read. Nothing of them that the query reads waits to be flushed.
        query.setFlushMode(FlushModeType.COMMIT);
        Set<Place> blocked = blocked(rooms.values());
        Map<Place, Standing> standings = new HashMap<>();
        for (Object[] row : query.getResultList()) {
            Room room = rooms.get((Long) row[0]);
            Place place = new Place(room.id(), (Long) row[1]);
            standings.merge(place, standing(row, room, blocked.contains(place)), Standing::with);
        }
        return standings;
    }

    private static Standing standing(Object[] row, Room room, boolean blocked) {
        Sanction sanction = (Sanction) row[6];
        boolean ban = sanction != null && sanction.kind() == Sanction.Kind.BAN;
        return new Standing(
                room,
                (Long) row[1],
                (String) row[2],
                (String) row[3],
                AvatarUrl.of((String) row[2], Uuids.of((byte[]) row[4])),
                (Membership) row[5],
                blocked,
                ban ? sanction : null,
                ban ? null : sanction);
    }

    /** The accounts that are blocked. Blocks are written under the lock that this transaction holds. */
    private Set<Place> blocked(Collection<Room> rooms) {
        List<Long> conversations =
                rooms.stream().filter(Room::direct).map(Room::id).toList();
        if (conversations.isEmpty()) {
            return Set.of();
        }
        return entities.createQuery(
                        "select b.roomId, b.blockedId from Block b where b.roomId in :rooms", Object[].class)
                .setParameter("rooms", KeyTable.padded(conversations))
                .getResultStream()
                .map(row -> new Place((Long) row[0], (Long) row[1]))
                .collect(Collectors.toSet());
    }
}
