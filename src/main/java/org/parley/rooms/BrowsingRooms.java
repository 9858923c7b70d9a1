package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import java.util.List;
import org.hibernate.SharedSessionContract;
import org.hibernate.query.NativeQuery;
import org.parley.accounts.Caller;
import org.parley.system.Reads;

/**
 * Lists public rooms and the caller's own rooms, without those that the caller is banned from. Rooms without a name are
 * among the caller's conversations. A page costs one statement and those of {@link RoomViews}. It walks an index of
 * public rooms only as far as the page goes, however many rooms there are.
 */
@ApplicationScoped
class BrowsingRooms {
    private static final String OPEN = "SELECT r.id, %s AS place FROM room r USE INDEX (%s) WHERE r.kind = 'public'";
    private static final String OWN = "SELECT r.id, %s AS place FROM membership m JOIN room r ON r.id = m.room_id"
            + " WHERE m.account_id = :account AND r.name <> '' AND r.kind ";
    private static final String LISTED = " AND r.gone = FALSE AND NOT EXISTS (SELECT 1 FROM sanction s"
            + " WHERE s.room_id = r.id AND s.account_id = :account AND s.kind = 'ban')";

    @Inject
    Reads reads;

    @Inject
    RoomViews views;

    RoomsJson page(Caller caller, RoomList list) {
        List<Visit> found = visits(caller, list);
        return new RoomsJson(
                views.of(caller, list.paging().page(found)),
                list.paging().next(found, visit -> key(visit.room(), list)));
    }

    private static String key(Room room, RoomList list) {
        return list.byActivity() ? ActivityCursor.key(room) : room.nameFolded();
    }

    private List<Visit> visits(Caller caller, RoomList list) {
        return reads.get(session -> query(session, caller, list).getResultList()).stream()
                .map(row -> new Visit(caller, (Room) row[0], (Membership) row[1]))
                .toList();
    }

    private static NativeQuery<Object[]> query(SharedSessionContract session, Caller caller, RoomList list) {
        NativeQuery<Object[]> query = session.createNativeQuery(
                        "SELECT {r.*}, {m.*} FROM (" + sql(list) + ") t JOIN room r ON r.id = t.id"
                                + " LEFT JOIN membership m ON m.room_id = r.id AND m.account_id = :account ORDER BY "
                                + order(list),
                        Object[].class)
                .addEntity("r", Room.class)
                .addEntity("m", Membership.class);
        bind(query, caller, list);
        return query;
    }

    private static String order(RoomList list) {
        return list.byActivity() ? "t.place DESC, t.id DESC" : "t.place";
    }

    static void bind(Query query, Caller caller, RoomList list) {
        query.setParameter("account", caller.accountId());
        query.setParameter("most", list.paging().limit() + 1);
        if (!list.part().isEmpty()) {
            query.setParameter("pattern", list.pattern());
        }
        String key = list.paging().after();
        if (key != null && list.byActivity()) {
            ActivityCursor after = ActivityCursor.of(key);
            query.setParameter("time", after.time()).setParameter("room", after.roomId());
        } else if (key != null) {
            query.setParameter("name", key);
        }
    }

    /**
     * Each half of the union is sorted and cut by itself, so it reads no more rows than the page needs. The ORDER BY
     * begins with the kind, because H2 uses an index for an order only if both begin with the same column. The index is
     * named because H2 would not choose between the two.
     */
    static String sql(RoomList list) {
        String column = list.byActivity() ? "r.last_message_at" : "r.name_folded";
        String order = list.byActivity() ? "r.last_message_at DESC, r.id DESC" : "r.name_folded";
        String index = list.byActivity() ? "room_by_activity" : "room_by_name";
        String rest = LISTED + searched(list) + after(list) + " ORDER BY %s LIMIT :most";
        if (list.joined()) {
            return OWN.formatted(column) + "<> 'direct'" + rest.formatted(order);
        }
        return "SELECT t.id, t.place FROM ((" + OPEN.formatted(column, index) + rest.formatted("r.kind, " + order)
                + ") UNION ALL (" + OWN.formatted(column) + "= 'private'" + rest.formatted(order) + ")) t ORDER BY "
                + order(list) + " LIMIT :most";
    }

    private static String searched(RoomList list) {
        return list.part().isEmpty() ? "" : " AND r.name_folded LIKE :pattern ESCAPE '!'";
    }

    private static String after(RoomList list) {
        if (list.paging().after() == null) {
            return "";
        }
        return list.byActivity()
                ? " AND r.last_message_at <= :time AND (r.last_message_at < :time OR r.id < :room)"
                : " AND r.name_folded > :name";
    }
}
