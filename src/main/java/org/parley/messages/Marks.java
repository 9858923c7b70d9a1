package org.parley.messages;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.parley.rooms.Membership;
import org.parley.rooms.MembershipMarks;
import org.parley.system.Starting;
import org.parley.system.Stopping;
import org.parley.system.Threads;

/**
 * How far people have received and read, gathered in memory and written behind within a second, greatest wins. Marks only
 * move forward, and reading implies delivery.
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

    /** By membership id, so that a late write never reaches the row of one who left and came again. */
    private final Map<Long, Pending> pending = new ConcurrentHashMap<>();

    /** What was written last: who has read a membership before that, and asks here after it, would find a mark in neither. */
    private volatile Map<Long, Pending> written = Map.of();

    private ScheduledExecutorService timer;

    void start(@Observes @Priority(300) Starting starting) {
        timer = threads.timer("parley-marks");
        timer.scheduleWithFixedDelay(this::write, WRITE_MILLIS, WRITE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * @param seq beyond the head it means the head
     * @return the number that it means
     */
    public long read(long membershipId, long roomId, long seq) {
        long known = Math.min(seq, heads.of(roomId));
        pending.merge(membershipId, new Pending(known, known), Pending::with);
        return known;
    }

    /**
     * @param seq beyond the head it means the head
     * @return the number that it means
     */
    public long delivered(long membershipId, long roomId, long seq) {
        long known = Math.min(seq, heads.of(roomId));
        pending.merge(membershipId, new Pending(known, 0), Pending::with);
        return known;
    }

    /**
     * Marks a room unread again from a number on, at once. What was read before that is written first: later it would
     * clear what was asked after it.
     *
     * @param seq from 1; beyond the head it means the head, and in an empty room nothing
     */
    synchronized void unread(long membershipId, long roomId, long seq) {
        long known = Math.min(seq, heads.of(roomId));
        if (known > 0) {
            write();
            writing.unread(membershipId, known);
        }
    }

    /** A membership's delivered mark, with what the row that was read may not have yet. */
    @Override
    public long deliveredSeq(Membership membership) {
        return Math.max(membership.deliveredSeq(), known(membership).delivered());
    }

    /** A membership's read mark, with what the row that was read may not have yet. */
    @Override
    public long readSeq(Membership membership) {
        return Math.max(membership.readSeq(), known(membership).read());
    }

    private Pending known(Membership membership) {
        Pending waiting = pending.getOrDefault(membership.id(), NONE);
        return waiting.with(written.getOrDefault(membership.id(), NONE));
    }

    private synchronized void write() {
        if (pending.isEmpty()) {
            return;
        }
        Map<Long, Pending> batch = Map.copyOf(pending);
        try {
            writing.write(batch);
            written = batch;
            batch.forEach(pending::remove);
        } catch (RuntimeException | Error failure) {
            LOG.log(System.Logger.Level.WARNING, "Marks could not be written and wait", failure);
        }
    }

    void stop(@Observes @Priority(200) Stopping stopping) {
        timer.shutdown();
        write();
    }
}
