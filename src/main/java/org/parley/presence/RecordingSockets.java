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
 * Which sockets are open here, and when their people were last there: gathered in memory and written behind, a few times a
 * second, so that a thousand who come or go at once are a few statements. {@code live}, which holds the sockets, calls it.
 */
@ApplicationScoped
public class RecordingSockets {
    private static final System.Logger LOG = System.getLogger(RecordingSockets.class.getName());
    private static final long WRITE_MILLIS = 250;
    private static final long BEAT_SECONDS = 10;
    /** What is not written yet. */
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
            new LastingFailure(LOG, "It is not written who came and went; the next try comes soon");
    private final LastingFailure unheard = new LastingFailure(
            LOG, "The heartbeat is not written; other servers will take this one for dead if that lasts");
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

    /** @param last whether its owner has no other; a socket that is closed already stays so */
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

    /** A socket may have been closed while its opening was written. */
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
                // The first time, or others took this server for dead and cleared what was its own.
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
            Failures.logPassing(LOG, "Another server will clear what is left of this one", unreachable);
        }
    }
}
