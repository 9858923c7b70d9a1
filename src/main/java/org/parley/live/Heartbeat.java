package org.parley.live;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.parley.problems.Failures;

/** Finds the sockets whose peers do not answer or do not read, and ends them. Runs every few seconds. */
final class Heartbeat implements Runnable {
    private static final System.Logger LOG = System.getLogger(Heartbeat.class.getName());
    /**
     * Later than the page sends its own pings, and sooner than common proxies close a silent connection (50 or 60 s).
     */
    private static final long PING_NANOS = TimeUnit.SECONDS.toNanos(40);

    private static final long SILENT_NANOS = TimeUnit.SECONDS.toNanos(60);
    /** Time for a slow reader to reach the close frame, behind the data in the system's buffers. */
    private static final long PARTING_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Collection<Connection> open;
    /** Connections that this side has closed, with the time: their peers may not have received the close frame yet. */
    private final Map<Connection, Long> parting = new ConcurrentHashMap<>();

    /** @param open the present connections at any time */
    Heartbeat(Collection<Connection> open) {
        this.open = open;
    }

    /** This side has closed the connection. Its peer is cut off if that takes too long. */
    void parts(Connection connection) {
        parting.put(connection, System.nanoTime());
    }

    @Override
    public void run() {
        parting.forEach((connection, since) -> {
            try {
                if (System.nanoTime() - since > PARTING_NANOS && parting.remove(connection) != null) {
                    connection.remote().cut();
                }
            } catch (RuntimeException | Error gone) {
                Failures.logPassing(LOG, "A peer could not be cut off", gone);
            }
        });
        for (Connection connection : open) {
            try {
                beat(connection);
            } catch (IOException | RuntimeException | Error gone) {
                Failures.logPassing(LOG, "A peer is gone", gone);
            }
        }
    }

    private static void beat(Connection connection) throws IOException {
        if (connection.outbox().stuck()) {
            connection.close(CloseReasons.TOO_SLOW);
        } else if (connection.silentNanos() > SILENT_NANOS
                && connection.remote().answersPings()) {
            connection.close(CloseReasons.IDLE);
        } else if (connection.silentNanos() > PING_NANOS) {
            connection.remote().ping();
            if (!connection.remote().answersPings()) {
                // Counts as an answer, so that the next ping is due after the usual time.
                connection.heard();
            }
        }
    }
}
