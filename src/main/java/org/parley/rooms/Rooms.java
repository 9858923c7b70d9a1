package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.parley.accounts.Caller;
import org.parley.system.KeyTable;
import org.parley.texts.Names;

/** Finds and locks rooms. It checks no rights: the {@link Door} decides who may see a room. */
@ApplicationScoped
@Transactional
public class Rooms {
    private static final Pattern WIRE_ID = Pattern.compile("~[0-9a-z]{1,13}");

    private static final String BY_ID = " from Room r %s where r.id = :room and r.gone = false";
    private static final String BY_IDS = " from Room r %s where r.id in :rooms and r.gone = false";
    private static final String BY_NAME = " from RoomName n join Room r on r.id = n.roomId %s"
            + " where n.nameFolded = :name and n.reservedUntil is null and r.gone = false";
    private static final String BY_PAIR =
            " from Room r %s where r.lowId = :low and r.highId = :high and r.gone = false";
    private static final String MEMBERSHIP = "left join Membership m on m.roomId = r.id and m.accountId = :account"
            + " left join Sanction s on s.roomId = r.id and s.accountId = :account and s.kind = 'ban'";
    /** Joins the other person of a private conversation. A room has no such row. */
    static final String PEER =
            "left join Account p" + " on p.id = case when r.lowId = :account then r.highId else r.lowId end";

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    public void add(Room room) {
        entities.persist(room);
    }

    /** A room or private conversation. */
    public Optional<Room> find(long id) {
        return Optional.ofNullable(entities.find(Room.class, id)).filter(room -> !room.gone());
    }

    /**
     * The room's id, by its name in any case or by the id that clients know. Does not find private conversations: they
     * have no name, and {@code api/rooms} does not accept their ids.
     */
    public Optional<Long> resolve(String nameOrWireId) {
        Optional<Long> id = id(nameOrWireId);
        String key = id.isPresent() ? BY_ID : BY_NAME;
        TypedQuery<Long> query =
                entities.createQuery("select r.id" + key.formatted("") + " and r.kind <> 'direct'", Long.class);
        return keyed(query, nameOrWireId, id).getResultStream().findFirst();
    }

    /** The room and how the caller belongs to it, in one statement. */
    Optional<Visit> visit(Caller caller, String nameOrWireId) {
        Optional<Long> id = id(nameOrWireId);
        String key = id.isPresent() ? BY_ID : BY_NAME;
        return visit(caller, keyed(visits(key + " and r.kind <> 'direct'"), nameOrWireId, id));
    }

    /** As {@link #visit(Caller, String)}, private conversations included. */
    Optional<Visit> visit(Caller caller, long id) {
        return visit(caller, visits(BY_ID).setParameter("room", id));
    }

    /** The private conversation of the caller and another person, if it has been created. */
    Optional<Visit> visit(Caller caller, Pair pair) {
        return visit(caller, visits(BY_PAIR).setParameter("low", pair.lowId()).setParameter("high", pair.highId()));
    }

    /** The rooms and conversations with these ids, and how the caller belongs to them. One statement, or none. */
    List<Visit> visits(Caller caller, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : visits(BY_IDS)
                        .setParameter("rooms", KeyTable.padded(ids))
                        .setParameter("account", caller.accountId())
                        .getResultStream()
                        .map(row -> visit(caller, row))
                        .toList();
    }

    private TypedQuery<Object[]> visits(String key) {
        return entities.createQuery(
                "select r, m, p.username, s" + key.formatted(MEMBERSHIP + " " + PEER), Object[].class);
    }

    private static Optional<Visit> visit(Caller caller, TypedQuery<Object[]> query) {
        return query.setParameter("account", caller.accountId())
                .getResultStream()
                .findFirst()
                .map(row -> visit(caller, row));
    }

    /** @param row room, membership, the other's username, and a ban */
    private static Visit visit(Caller caller, Object[] row) {
        return new Visit(caller, (Room) row[0], (Membership) row[1], (String) row[2], (Sanction) row[3]);
    }

    private static <T> TypedQuery<T> keyed(TypedQuery<T> query, String name, Optional<Long> id) {
        return id.isPresent() ? query.setParameter("room", id.get()) : query.setParameter("name", Names.folded(name));
    }

    /** The id that a client's text stands for; empty if it is not an id. */
    public static Optional<Long> id(String nameOrWireId) {
        if (!WIRE_ID.matcher(nameOrWireId).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(nameOrWireId.substring(1), Character.MAX_RADIX));
        } catch (NumberFormatException tooGreat) {
            return Optional.empty();
        }
    }

    /**
     * Locks the room's row until the transaction ends and reads it again. Call this before the transaction reads
     * anything else of the room. Lock several rooms in ascending order of their ids.
     *
     * @return empty if the room is gone
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Room> lock(long id) {
        Room room = entities.find(Room.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (room != null) {
            // An earlier read of this transaction may be old, and find() would keep it.
            entities.refresh(room);
        }
        return Optional.ofNullable(room).filter(locked -> !locked.gone());
    }

    /**
     * Locks several rooms for one batch of writes, in ascending order of their ids.
     *
     * @param patient whether to wait (at most 2 s) for rooms that others have locked, or to leave them out
     * @return the rooms that are now locked, including deleted ones
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Room> lock(Set<Long> ids, boolean patient) {
        String sql = "SELECT * FROM room WHERE id IN (:ids) ORDER BY id FOR UPDATE" + (patient ? "" : " SKIP LOCKED");
        // JPA's own hint for skipping becomes a plain lock on H2.
        return entities.unwrap(Session.class)
                .createNativeQuery(sql, Room.class)
                .setParameterList("ids", KeyTable.padded(ids))
                .getResultList();
    }
}
