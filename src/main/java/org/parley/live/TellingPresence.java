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
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.parley.accounts.UserJson;
import org.parley.accounts.Users;
import org.parley.presence.Presence.State;
import org.parley.problems.LastingFailure;
import org.parley.rooms.Conversations;
import org.parley.system.KeyTable;
import org.parley.system.Starting;
import org.parley.system.Stopping;
import org.parley.system.Threads;

/**
 * Tells people on their own sockets whether the people they have talked with are online. Changes are merged: a person
 * who comes back within some seconds was never away, and a thousand who arrive at once cost a few statements. An
 * unchanged state costs nothing.
 */
@ApplicationScoped
class TellingPresence {
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

    /** The accounts whose presence may have changed, and the time of their last change. */
    final GatheredNews<Long> gathered = new GatheredNews<>(
            new LastingFailure(LOG, "Could not send presence; the next try comes soon"),
            KeyTable.MOST_IN_STATEMENT,
            (earlier, later) -> later,
            this::tell);

    /** What was sent last; offline is not stored. Only the thread that tells uses it. */
    private final Map<Long, State> lastSent = new HashMap<>();

    LongSupplier nanos = System::nanoTime;

    void start(@Observes @Priority(Starting.LIVE) Starting starting) {
        gathered.start(threads.timer("parley-presence"), TELL_MILLIS);
    }

    /** A socket of this person has opened or closed, or has reported the person as away. */
    void changed(long accountId) {
        gathered.add(accountId, nanos.getAsLong());
    }

    void idle(Connection connection, boolean away) {
        connection.idle(away);
        changed(connection.caller().accountId());
    }

    private void tell(Map<Long, Long> changes) {
        Map<Long, State> news = news(changes);
        if (!news.isEmpty()) {
            // A person may have changed between the two looks; what was sent is the second one.
            news.putAll(send(conversations.acquaintances(news.keySet())));
            lastSent.putAll(news);
            lastSent.values().removeIf(State.OFFLINE::equals);
        }
    }

    /** The states that differ from what was sent. A person who has just gone may come back, so that waits. */
    private Map<Long, State> news(Map<Long, Long> changes) {
        Map<Long, State> news = new HashMap<>();
        changes.forEach((accountId, since) -> {
            State state = connections.of(accountId);
            if (state == State.OFFLINE && nanos.getAsLong() - since < GONE_AFTER_NANOS) {
                gathered.putBack(accountId, since);
            } else if (state != lastSent.getOrDefault(accountId, State.OFFLINE)) {
                news.put(accountId, state);
            }
        });
        return news;
    }

    /** @return what was sent, by account id */
    private Map<Long, State> send(List<Conversations.Acquaintance> acquaintances) {
        List<Conversations.Acquaintance> listeners = acquaintances.stream()
                .filter(acquaintance ->
                        !connections.personal(acquaintance.peerId()).isEmpty())
                .toList();
        Set<Long> heardOf = new HashSet<>();
        listeners.forEach(acquaintance -> heardOf.add(acquaintance.accountId()));
        Map<Long, Encoded> frames = new HashMap<>();
        Map<Long, State> sent = new HashMap<>();
        users.of(heardOf).forEach((accountId, user) -> {
            frames.put(accountId, frame(user));
            sent.put(accountId, State.ofWire(user.presence()));
        });
        Map<Connection, List<Encoded>> told = new HashMap<>();
        for (Conversations.Acquaintance acquaintance : listeners) {
            connections.personal(acquaintance.peerId()).forEach(socket -> told.computeIfAbsent(
                            socket, id -> new ArrayList<>())
                    .add(frames.get(acquaintance.accountId())));
        }
        told.forEach((socket, all) -> {
            // It is sent only once, so it must not be dropped behind pages of the past, as typing is.
            socket.outbox().add(Encoded.joined(all));
            socket.outbox().drain();
        });
        return sent;
    }

    private Encoded frame(UserJson user) {
        return codec.encoded(Frames.Presence.of(user));
    }

    void stop(@Observes @Priority(Stopping.TELLERS) Stopping stopping) {
        gathered.stop();
    }
}
