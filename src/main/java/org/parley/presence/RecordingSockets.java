package org.parley.presence;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.parley.problems.Failures;
import org.parley.problems.LastingFailure;
import org.parley.system.Starting;
import org.parley.system.Stopping;
import org.parley.system.Threads;

/**
 * Records which sockets are open on this server, and when people were last online. {@code live}, which holds the
 * sockets, reports to it. Changes are collected in memory and written a few times a second, so that a thousand people
 * who come or go at once cost only a few statements.
 */
@ApplicationScoped
public class RecordingSockets {
    private static final System.Logger LOG = System.getLogger(RecordingSockets.class.getName());
    private static final long WRITE_MILLIS = 250;
    private static final long BEAT_SECONDS = 10;
    /** The changes that are not written yet. */
    record Pending(Map<UUID, Long> opened, Set<UUID> closed, Set<Long> left) {
        boolean isEmpty() {
            return opened.isEmpty() && closed.isEmpty() && left.isEmpty();
        }
    }

    @Inject
    WritingSockets writing;

    @Inject
    Threads threads;

    private final UUID node = UUID.randomUUID();
    private final Map<UUID, Long> open = new HashMap<>();
    private final Map<UUID, Long> opened = new HashMap<>();
    private final Set<UUID> closed = new HashSet<>();
    private final Set<Long> left = new HashSet<>();
    private final LastingFailure unwritten =
            new LastingFailure(LOG, "Could not record who came and went; the next try comes soon");
    private final LastingFailure unheard = new LastingFailure(
            LOG, "Could not write this server's heartbeat; if this lasts, other servers will take it for dead");
    private ScheduledExecutorService timer;

    void start(@Observes @Priority(Starting.ACCOUNTS) Starting starting) {
        timer = threads.timer("parley-sockets");
        timer.execute(this::beat);
        timer.scheduleWithFixedDelay(this::write, WRITE_MILLIS, WRITE_MILLIS, TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    public synchronized void opened(UUID socketId, long accountId) {
        open.put(socketId, accountId);
        opened.put(socketId, accountId);
        left.remove(accountId);
    }

    /** Ignores a socket that is already closed. @param last whether this was the last socket of its account */
    public synchronized void closed(UUID socketId, long accountId, boolean last) {
        if (open.remove(socketId) == null) {
            return;
        }
        if (opened.remove(socketId) == null) {
            closed.add(socketId);
        }
        if (last) {
            left.add(accountId);
        }
    }

    private void write() {
        Pending pending = pending();
        if (pending.isEmpty()) {
            return;
        }
        try {
            writing.write(node, pending);
            written(pending);
            unwritten.succeeded();
        } catch (RuntimeException | Error failure) {
            unwritten.failed(failure);
        }
    }

    private synchronized Pending pending() {
        return new Pending(Map.copyOf(opened), Set.copyOf(closed), Set.copyOf(left));
    }

    /** A socket may have closed while its opening was written; then its closing is still to be written. */
    private synchronized void written(Pending pending) {
        pending.opened().keySet().forEach(socket -> {
            if (opened.remove(socket) == null) {
                closed.add(socket);
            }
        });
        closed.removeAll(pending.closed());
        left.removeAll(pending.left());
    }

    private void beat() {
        try {
            if (writing.beat(node)) {
                // The first heartbeat, or other servers took this one for dead and deleted its sockets.
                synchronized (this) {
                    opened.putAll(open);
                }
            }
            writing.clearDead();
            unheard.succeeded();
        } catch (RuntimeException | Error failure) {
            unheard.failed(failure);
        }
    }

    void stop(@Observes @Priority(Stopping.RECORDS) Stopping stopping) throws InterruptedException {
        timer.shutdown();
        timer.awaitTermination(BEAT_SECONDS, TimeUnit.SECONDS);
        write();
        try {
            writing.clear(node);
        } catch (RuntimeException | Error unreachable) {
            Failures.logPassing(LOG, "Could not delete this server's open sockets; another server will", unreachable);
        }
    }
}
