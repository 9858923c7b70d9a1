package org.parley.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.rooms.Membership;
import org.parley.system.Keys;

/** Writes marks: the memberships' rows alone are locked, in the order of their ids, never a room's. */
@ApplicationScoped
public class WritingMarks {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Event<MarksMoved> moved;

    /** @param marks by membership id; of a membership that is gone nothing is written */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void write(Map<Long, Marks.Pending> marks) {
        List<Membership> memberships = entities.createQuery(
                        "select m from Membership m where m.id in :ids order by m.id", Membership.class)
                .setParameter("ids", Keys.padded(marks.keySet()))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        List<MarksMoved.Mark> written = new ArrayList<>();
        for (Membership membership : memberships) {
            Marks.Pending mark = marks.get(membership.id());
            if (membership.mark(mark.delivered(), mark.read())) {
                written.add(mark(membership));
            }
        }
        if (!written.isEmpty()) {
            moved.fire(new MarksMoved(written));
        }
    }

    /** Marks a room unread again from a number on; the marks themselves stay. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void unread(long membershipId, long seq) {
        Membership membership = entities.find(Membership.class, membershipId, LockModeType.PESSIMISTIC_WRITE);
        if (membership != null) {
            membership.unreadFrom(seq);
            moved.fire(new MarksMoved(List.of(mark(membership))));
        }
    }

    private static MarksMoved.Mark mark(Membership membership) {
        return new MarksMoved.Mark(
                membership.roomId(),
                membership.accountId(),
                membership.deliveredSeq(),
                membership.readSeq(),
                membership.unreadFrom());
    }
}
