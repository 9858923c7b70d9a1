package org.parley.reading;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.parley.messages.Heads;
import org.parley.problems.LastingFailure;
import org.parley.rooms.Membership;
import org.parley.rooms.MembershipMarks;
import org.parley.system.KeyTable;
import org.parley.system.Starting;
import org.parley.system.Stopping;
import org.parley.system.Threads;

/**
 * Keeps how far people have received and read. Marks are collected in memory and written within a second; the greatest
 * wins. Marks only move forward, and reading implies delivery.
 */
@ApplicationScoped
public class Marks implements MembershipMarks {
    private static final System.Logger LOG = System.getLogger(Marks.class.getName());
    private static final long WRITE_MILLIS = 300;
    private static final Pending NONE = new Pending(0, 0);

    /** Marks that are not written yet. */
    record Pending(long delivered, long read) {
        Pending with(Pending other) {
            return new Pending(Math.max(delivered, other.delivered), Math.max(read, other.read));
        }
    }

    @Inject
    WritingMarks writing;

    @Inject
    Heads heads;

    @Inject
    Threads threads;

    /** By membership id, so that a late write never reaches the row of a person who left and joined again. */
    private final Map<Long, Pending> pending = new ConcurrentHashMap<>();

    /**
     * Memberships that are being marked as unread, and how often. That transaction writes their waiting marks, and the
     * timer does not.
     */
    private final Map<Long, Integer> markedUnread = new ConcurrentHashMap<>();

    /**
     * The last batch written. A caller that read a membership before the write and asks after it would otherwise miss
     * the mark.
     */
    private volatile Map<Long, Pending> written = new ConcurrentHashMap<>();

    private final LastingFailure unwritten =
            new LastingFailure(LOG, "Could not write read marks; they wait in memory and the next try comes soon");
    private ScheduledExecutorService timer;

    void start(@Observes @Priority(Starting.INTAKE) Starting starting) {
        timer = threads.timer("parley-marks");
        timer.scheduleWithFixedDelay(this::write, WRITE_MILLIS, WRITE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Moves the read mark.
     *
     * @param seq a number beyond the head means the head
     * @return the number after this rule
     */
    public long read(long membershipId, long roomId, long seq) {
        long known = Math.min(seq, heads.of(roomId));
        pending.merge(membershipId, new Pending(known, known), Pending::with);
        return known;
    }

    /**
     * Moves the delivery mark.
     *
     * @param seq a number beyond the head means the head
     * @return the number after this rule
     */
    public long delivered(long membershipId, long roomId, long seq) {
        long known = Math.min(seq, heads.of(roomId));
        pending.merge(membershipId, new Pending(known, 0), Pending::with);
        return known;
    }

    /**
     * Marks a room as unread from a number on, at once. Waiting marks of earlier reading go into the same transaction:
     * if they came later, they would undo this. Only the membership's row is locked, so nobody else's marks wait.
     *
     * @param seq from 1; beyond the head it means the head; in an empty room nothing happens
     */
    void unread(long membershipId, long roomId, long seq) {
        long known = Math.min(seq, heads.of(roomId));
        if (known == 0) {
            return;
        }
        markedUnread.merge(membershipId, 1, Integer::sum);
        try {
            Pending earlier = pending.getOrDefault(membershipId, NONE);
            writing.unread(membershipId, earlier, known);
            written.merge(membershipId, earlier, Pending::with);
            pending.remove(membershipId, earlier);
        } finally {
            markedUnread.computeIfPresent(membershipId, (id, count) -> count == 1 ? null : count - 1);
        }
    }

    /** The waiting marks of a membership, or {@code null}. */
    private Pending waiting(long membershipId) {
        return markedUnread.containsKey(membershipId) ? null : pending.get(membershipId);
    }

    /** The delivery mark, including marks that the row may not have yet. */
    @Override
    public long deliveredSeq(Membership membership) {
        return Math.max(membership.deliveredSeq(), known(membership).delivered());
    }

    /** The read mark, including marks that the row may not have yet. */
    @Override
    public long readSeq(Membership membership) {
        return Math.max(membership.readSeq(), known(membership).read());
    }

    private Pending known(Membership membership) {
        Pending waiting = pending.getOrDefault(membership.id(), NONE);
        return waiting.with(written.getOrDefault(membership.id(), NONE));
    }

    synchronized void write() {
        if (pending.isEmpty()) {
            return;
        }
        Map<Long, Pending> round = new ConcurrentHashMap<>();
        try {
            KeyTable.inParts(pending.keySet(), part -> {
                Map<Long, Pending> told = writing.write(part, this::waiting);
                round.putAll(told);
                written = round;
                told.forEach(pending::remove);
            });
            unwritten.succeeded();
        } catch (RuntimeException | Error failure) {
            unwritten.failed(failure);
        }
    }

    void stop(@Observes @Priority(Stopping.INTAKE) Stopping stopping) {
        timer.shutdown();
        write();
    }
}
