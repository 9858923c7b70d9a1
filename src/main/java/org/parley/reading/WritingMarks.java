package org.parley.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.parley.rooms.Membership;
import org.parley.system.KeyTable;

/** Writes marks. It locks only the rows of the memberships, in the order of their ids, and never a room. */
@ApplicationScoped
class WritingMarks {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Event<MarksMoved> moved;

    /**
     * Writes the marks of these memberships.
     *
     * @param membershipIds ids that no longer exist are skipped
     * @param marks called under the rows' locks; returns {@code null} if the marks were written another way meanwhile
     * @return the marks that it got
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Map<Long, Marks.Pending> write(List<Long> membershipIds, LongFunction<Marks.Pending> marks) {
        List<Membership> memberships = entities.createQuery(
                        "select m from Membership m where m.id in :ids order by m.id", Membership.class)
                .setParameter("ids", KeyTable.padded(membershipIds))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        Map<Long, Marks.Pending> told = new HashMap<>();
        for (long id : membershipIds) {
            Marks.Pending mark = marks.apply(id);
            if (mark != null) {
                told.put(id, mark);
            }
        }
        List<MarksMoved.Mark> written = new ArrayList<>();
        for (Membership membership : memberships) {
            Marks.Pending mark = told.get(membership.id());
            if (mark != null && membership.mark(mark.delivered(), mark.read())) {
                written.add(mark(membership));
            }
        }
        if (!written.isEmpty()) {
            moved.fire(new MarksMoved(written));
        }
        return told;
    }

    /**
     * Marks a room as unread from a number on; the marks themselves stay.
     *
     * @param earlier the marks that waited to be written before that
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void unread(long membershipId, Marks.Pending earlier, long seq) {
        Membership membership = entities.find(Membership.class, membershipId, LockModeType.PESSIMISTIC_WRITE);
        if (membership != null) {
            membership.mark(earlier.delivered(), earlier.read());
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
