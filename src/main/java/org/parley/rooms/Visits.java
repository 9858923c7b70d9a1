package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.parley.accounts.Caller;
import org.parley.system.KeyTable;
import org.parley.system.Reads;
import org.parley.texts.Names;

/**
 * Finds rooms together with how the caller belongs to them, in one statement. It checks no rights: the {@link Door}
 * decides who may see a room.
 */
@ApplicationScoped
class Visits {
    /** Joins the other person of a private conversation. A room has no such row. */
    static final String PEER =
            "left join Account p" + " on p.id = case when r.lowId = :account then r.highId else r.lowId end";

    private static final String BY_ID = " from Room r %s where r.id = :room and r.gone = false";
    private static final String BY_IDS = " from Room r %s where r.id in :rooms and r.gone = false";
    private static final String BY_NAME = " from RoomName n join Room r on r.id = n.roomId %s"
            + " where n.nameFolded = :name and n.reservedUntil is null and r.gone = false";
    private static final String BY_PAIR =
            " from Room r %s where r.lowId = :low and r.highId = :high and r.gone = false";
    private static final String MEMBERSHIP = "left join Membership m on m.roomId = r.id and m.accountId = :account"
            + " left join Sanction s on s.roomId = r.id and s.accountId = :account and s.kind = 'ban'";

    @Inject
    Reads reads;

    /** A room by its name or id. Does not find private conversations. */
    Optional<Visit> of(Caller caller, String nameOrWireId) {
        Optional<Long> id = Rooms.id(nameOrWireId);
        return all(caller, key(id) + " and r.kind <> 'direct'", query -> keyed(query, nameOrWireId, id)).stream()
                .findFirst();
    }

    /** As {@link #of(Caller, String)}, private conversations included. */
    Optional<Visit> of(Caller caller, long id) {
        return all(caller, BY_ID, query -> query.setParameter("room", id)).stream()
                .findFirst();
    }

    /** The private conversation of the caller and another person, if it has been created. */
    Optional<Visit> of(Caller caller, Pair pair) {
        return all(caller, BY_PAIR, query -> query.setParameter("low", pair.lowId())
                        .setParameter("high", pair.highId()))
                .stream()
                .findFirst();
    }

    /** The rooms and conversations with these ids. One statement, or none. */
    List<Visit> of(Caller caller, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : all(caller, BY_IDS, query -> query.setParameter("rooms", KeyTable.padded(ids)));
    }

    private List<Visit> all(Caller caller, String key, UnaryOperator<TypedQuery<Object[]>> keyed) {
        String hql = "select r, m, p.username, s" + key.formatted(MEMBERSHIP + " " + PEER);
        return reads
                .get(session -> keyed.apply(session.createQuery(hql, Object[].class))
                        .setParameter("account", caller.accountId())
                        .getResultList())
                .stream()
                .map(row -> visit(caller, row))
                .toList();
    }

    /** @param row room, membership, the other's username, and a ban */
    private static Visit visit(Caller caller, Object[] row) {
        return new Visit(caller, (Room) row[0], (Membership) row[1], (String) row[2], (Sanction) row[3]);
    }

    /** The part of a query that finds a room by its id, or by its name. */
    static String key(Optional<Long> id) {
        return id.isPresent() ? BY_ID : BY_NAME;
    }

    static <T> TypedQuery<T> keyed(TypedQuery<T> query, String name, Optional<Long> id) {
        return id.isPresent() ? query.setParameter("room", id.get()) : query.setParameter("name", Names.folded(name));
    }
}
