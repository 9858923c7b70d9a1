package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.parley.accounts.Caller;
import org.parley.system.KeyTable;

/**
 * Lists public rooms and the caller's own rooms, without those that the caller is banned from. Rooms without a name are
 * among the caller's conversations. A page costs two
 * statements and those of {@link RoomViews}. The first one walks an index of public rooms only as far as the page goes,
 * however many rooms there are.
 */
@ApplicationScoped
@Transactional
class BrowsingRooms {
    private static final String OPEN = "SELECT r.id, %s AS place FROM room r USE INDEX (%s) WHERE r.kind = 'public'";
    private static final String OWN = "SELECT r.id, %s AS place FROM membership m JOIN room r ON r.id = m.room_id"
            + " WHERE m.account_id = :account AND r.name <> '' AND r.kind ";
    private static final String LISTED = " AND r.gone = FALSE AND NOT EXISTS (SELECT 1 FROM sanction s"
            + " WHERE s.room_id = r.id AND s.account_id = :account AND s.kind = 'ban')";

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    RoomViews views;

    /** A room's place in the list. @param sort the folded name, or the time of the last message */
    private record Place(long roomId, Object sort) {
        String key() {
            return sort instanceof Number time ? ActivityCursor.key(time.longValue(), roomId) : (String) sort;
        }
    }

    RoomsJson page(Caller caller, RoomList list) {
        List<Place> found = places(caller, list);
        List<Long> shown = list.paging().page(found).stream().map(Place::roomId).toList();
        return new RoomsJson(
                views.of(caller, visits(caller, shown)), list.paging().next(found, Place::key));
    }

    private List<Place> places(Caller caller, RoomList list) {
        Query query = entities.createNativeQuery(sql(list));
        bind(query, caller, list);
        return ((List<?>) query.getResultList())
                .stream()
                        .map(Object[].class::cast)
                        .map(row -> new Place(((Number) row[0]).longValue(), row[1]))
                        .toList();
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
                + (list.byActivity() ? "t.place DESC, t.id DESC" : "t.place") + " LIMIT :most";
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

    /** Leaves out a room that was hidden or deleted since the first statement. */
    private List<Visit> visits(Caller caller, List<Long> roomIds) {
        if (roomIds.isEmpty()) {
            return List.of();
        }
        Map<Long, Visit> visits = entities.createQuery(
                        "select r, m from Room r left join Membership m on m.roomId = r.id and m.accountId = :account"
                                + " where r.id in :rooms and r.gone = false and (r.kind = 'public' or m.id is not null)",
                        Object[].class)
                .setParameter("account", caller.accountId())
                .setParameter("rooms", KeyTable.padded(roomIds))
                .getResultStream()
                .map(row -> new Visit(caller, (Room) row[0], (Membership) row[1]))
                .collect(Collectors.toMap(visit -> visit.room().id(), visit -> visit));
        return roomIds.stream().map(visits::get).filter(Objects::nonNull).toList();
    }
}
