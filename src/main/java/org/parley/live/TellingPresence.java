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
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.parley.accounts.Users;
import org.parley.presence.Presence;
import org.parley.problems.LastingFailure;
import org.parley.rooms.Conversations;
import org.parley.system.KeyTable;
import org.parley.system.Starting;
import org.parley.system.Stopping;
import org.parley.system.Threads;

/**
 * Tells people on their own sockets whether the people they have talked with are online. Changes are merged: a person
 * who comes back within some seconds was never away, and a thousand who arrive at once cost a few statements. An
 * unchanged state costs nothing. Answers to requests agree with what was sent, so a client that has both is right.
 */
@ApplicationScoped
class TellingPresence implements Presence {
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

    /**
     * A change of an account's presence.
     *
     * @param since the time of the last change
     * @param visible whether a request may have been answered with a state that was not sent: then the present state
     *     is sent, even if it is the one that was sent before
     */
    private record Change(long since, boolean visible) {
        Change and(Change later) {
            return new Change(later.since, visible || later.visible);
        }
    }

    final GatheredNews<Change> gathered = new GatheredNews<>(
            new LastingFailure(LOG, "Could not send presence; the next try comes soon"),
            KeyTable.MOST_IN_STATEMENT,
            Change::and,
            this::tell);

    /** What was sent last; offline is not stored. */
    private final Map<Long, State> lastSent = new ConcurrentHashMap<>();

    LongSupplier nanos = System::nanoTime;

    void start(@Observes @Priority(Starting.LIVE) Starting starting) {
        gathered.start(threads.timer("parley-presence"), TELL_MILLIS);
    }

    /** A socket of this person has opened or closed, or has reported the person as away. */
    void changed(long accountId) {
        State now = connections.presence(accountId);
        gathered.add(accountId, new Change(nanos.getAsLong(), now != State.OFFLINE && now != lastSent.get(accountId)));
    }

    /** A person without a socket is offline when the others were told so, and not before: most of them come back. */
    @Override
    public State of(long accountId) {
        State now = connections.presence(accountId);
        return now == State.OFFLINE ? lastSent.getOrDefault(accountId, State.OFFLINE) : now;
    }

    void idle(Connection connection, boolean away) {
        connection.idle(away);
        changed(connection.caller().accountId());
    }

    private void tell(Map<Long, Change> changes) {
        Map<Long, State> news = news(changes);
        if (!news.isEmpty()) {
            send(news, conversations.acquaintances(news.keySet()));
            lastSent.putAll(news);
            lastSent.values().removeIf(State.OFFLINE::equals);
        }
    }

    /** The states to send. A person who has just gone may come back, so that waits. */
    private Map<Long, State> news(Map<Long, Change> changes) {
        Map<Long, State> news = new HashMap<>();
        changes.forEach((accountId, change) -> {
            State state = connections.presence(accountId);
            if (state == State.OFFLINE && nanos.getAsLong() - change.since < GONE_AFTER_NANOS) {
                gathered.putBack(accountId, change);
            } else if (change.visible || state != lastSent.getOrDefault(accountId, State.OFFLINE)) {
                news.put(accountId, state);
            }
        });
        return news;
    }

    private void send(Map<Long, State> news, List<Conversations.Acquaintance> acquaintances) {
        List<Conversations.Acquaintance> listeners = acquaintances.stream()
                .filter(acquaintance ->
                        !connections.personal(acquaintance.peerId()).isEmpty())
                .toList();
        Set<Long> heardOf = new HashSet<>();
        listeners.forEach(acquaintance -> heardOf.add(acquaintance.accountId()));
        Map<Long, Encoded> frames = new HashMap<>();
        users.of(heardOf)
                .forEach((accountId, user) ->
                        frames.put(accountId, codec.encoded(Frames.Presence.of(user, news.get(accountId)))));
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
    }

    void stop(@Observes @Priority(Stopping.TELLERS) Stopping stopping) {
        gathered.stop();
    }
}
