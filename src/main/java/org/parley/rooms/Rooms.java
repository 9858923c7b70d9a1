package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.parley.system.KeyTable;

/** Finds and locks rooms. It checks no rights: the {@link Door} decides who may see a room. */
@ApplicationScoped
@Transactional
public class Rooms {
    private static final Pattern WIRE_ID = Pattern.compile("~[0-9a-z]{1,13}");

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
        TypedQuery<Long> query = entities.createQuery(
                "select r.id" + Visits.key(id).formatted("") + " and r.kind <> 'direct'", Long.class);
        return Visits.keyed(query, nameOrWireId, id).getResultStream().findFirst();
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
