package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** Deletes the rows of deleted rooms. */
@ApplicationScoped
@Transactional
class RoomRemains {
    /** The rows of one transaction. They are few, so that nobody waits for it and a log of millions needs no memory. */
    private static final int PIECE = 2000;

    /** Every table with rows of a room. A table comes before the tables that it refers to. */
    static final List<String> TABLES = List.of(
            "report",
            "mention",
            "audience",
            "reaction",
            "reply",
            "pin",
            "message_change",
            "uncounted",
            "message",
            "imported_person",
            "invite",
            "audit_entry",
            "sanction",
            "attachment",
            "membership",
            // After the membership, which is locked before a draft is written.
            "draft",
            "room_name");

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    @Any
    Instance<RoomLeftovers> leftovers;

    List<Long> rooms() {
        return entities.createQuery("select r.id from Room r where r.gone = true", Long.class)
                .getResultList();
    }

    /** @return whether this room has more rows */
    boolean sweepSome(long roomId) {
        // And once more at the end, because only members write drafts, and until now there were some.
        if (forgetSome(roomId)
                || TABLES.stream().anyMatch(table -> delete(table, roomId) == PIECE)
                || forgetSome(roomId)) {
            return true;
        }
        entities.createNativeQuery("DELETE FROM room WHERE id = :room")
                .setParameter("room", roomId)
                .executeUpdate();
        return false;
    }

    private boolean forgetSome(long roomId) {
        return leftovers.stream().anyMatch(each -> each.forgetSome(roomId));
    }

    private int delete(String table, long roomId) {
        return entities.createNativeQuery("DELETE FROM " + table + " WHERE room_id = :room LIMIT " + PIECE)
                .setParameter("room", roomId)
                .executeUpdate();
    }
}
