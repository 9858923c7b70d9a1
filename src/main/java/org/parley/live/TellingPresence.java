package org.parley.live;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.parley.accounts.Presence;
import org.parley.accounts.UserJson;
import org.parley.accounts.Users;
import org.parley.rooms.Conversations;
import org.parley.system.Keys;
import org.parley.system.Starting;
import org.parley.system.Stopping;
import org.parley.system.Threads;

/**
 * Tells people on their own sockets whether those are there with whom they have talked. Merged: whoever comes back within
 * some seconds was never away, and a thousand who come at once are a few statements. Who stays as they are costs nothing.
 */
@ApplicationScoped
public class TellingPresence {
    private static final System.Logger LOG = System.getLogger(TellingPresence.class.getName());
    private static final long TELL_MILLIS = 500;
    private static final long GONE_AFTER_NANOS = TimeUnit.SECONDS.toNanos(5);

    @Inject
    Connections connections;

    @Inject
    Conversations conversations;

    @Inject
    Users users;

    @Inject
    Codec codec;

    @Inject
    Threads threads;

    /** Of whom something may have changed, and since when. */
    private final Map<Long, Long> changed = new ConcurrentHashMap<>();
    /** What was told last; offline is not kept. */
    private final Map<Long, Presence.State> told = new HashMap<>();

    private ScheduledExecutorService timer;

    void start(@Observes @Priority(400) Starting starting) {
        timer = threads.timer("parley-presence");
        timer.scheduleWithFixedDelay(this::tell, TELL_MILLIS, TELL_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** One of their sockets has come, gone, or said that its user is away. */
    void changed(long accountId) {
        changed.put(accountId, System.nanoTime());
    }

    void idle(Connection connection, boolean away) {
        connection.idle(away);
        changed(connection.caller().accountId());
    }

    private void tell() {
        try {
            Keys.inParts(news(), this::tell);
        } catch (RuntimeException | Error failure) {
            LOG.log(System.Logger.Level.WARNING, "Presence was not told", failure);
        }
    }

    /** Who is not any more what was told of them. */
    private List<Long> news() {
        List<Long> news = new ArrayList<>();
        changed.forEach((accountId, since) -> {
            Presence.State state = connections.of(accountId);
            if (state == Presence.State.OFFLINE && System.nanoTime() - since < GONE_AFTER_NANOS) {
                return;
            }
            // Only if it did not change again meanwhile.
            if (changed.remove(accountId, since) && told.getOrDefault(accountId, Presence.State.OFFLINE) != state) {
                news.add(accountId);
                if (state == Presence.State.OFFLINE) {
                    told.remove(accountId);
                } else {
                    told.put(accountId, state);
                }
            }
        });
        return news;
    }

    private void tell(List<Long> news) {
        List<Conversations.Acquaintance> listeners = conversations.acquaintances(news).stream()
                .filter(pair -> !connections.personal(pair.peerId()).isEmpty())
                .toList();
        Set<Long> heardOf = new HashSet<>();
        listeners.forEach(pair -> heardOf.add(pair.accountId()));
        Map<Long, Encoded> frames = new HashMap<>();
        users.of(heardOf).forEach((accountId, user) -> frames.put(accountId, frame(user)));
        Map<Connection, List<Encoded>> told = new HashMap<>();
        for (Conversations.Acquaintance pair : listeners) {
            connections.personal(pair.peerId()).forEach(socket -> told.computeIfAbsent(socket, id -> new ArrayList<>())
                    .add(frames.get(pair.accountId())));
        }
        told.forEach((socket, all) -> {
            socket.outbox().addEphemeral(Encoded.joined(all));
            socket.outbox().drain();
        });
    }

    private Encoded frame(UserJson user) {
        return codec.encoded(Frames.Presence.of(user));
    }

    void stop(@Observes @Priority(150) Stopping stopping) {
        timer.shutdownNow();
    }
}
