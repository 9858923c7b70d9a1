package org.parley.live;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.parley.problems.LastingFailure;
import org.parley.sessions.LivingSessions;
import org.parley.system.Starting;
import org.parley.system.Stopping;
import org.parley.system.Threads;

/**
 * Closes the sockets of expired sessions. Nothing happens at the moment when a session expires, so without this class a
 * thief could read for as long as the socket stays open.
 */
@ApplicationScoped
class ClosingExpiredSockets {
    private static final System.Logger LOG = System.getLogger(ClosingExpiredSockets.class.getName());
    /** Rare, because a session lives for a month. */
    private static final long EVERY_MINUTES = 10;

    @Inject
    Connections connections;

    @Inject
    LivingSessions sessions;

    @Inject
    Threads threads;

    private final LastingFailure unseen =
            new LastingFailure(LOG, "Could not look for sockets of expired sessions; the next look comes later");
    private ScheduledExecutorService timer;

    void start(@Observes @Priority(Starting.LIVE) Starting starting) {
        timer = threads.timer("parley-expiry");
        timer.scheduleWithFixedDelay(this::look, EVERY_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    void look() {
        try {
            Set<UUID> over = new HashSet<>(connections.sessions());
            over.removeAll(sessions.of(Set.copyOf(over)));
            connections.end(over);
            unseen.succeeded();
        } catch (RuntimeException | Error failure) {
            unseen.failed(failure);
        }
    }

    void stop(@Observes @Priority(Stopping.SOCKETS) Stopping stopping) {
        timer.shutdownNow();
    }
}
