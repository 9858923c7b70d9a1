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
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.parley.accounts.UserJson;
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
 * unchanged state costs nothing.
 */
@ApplicationScoped
class TellingPresence {
    private static final System.Logger LOG = System.getLogger(TellingPresence.class.getName());
    private static final long TELL_MILLIS = 500;

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

    private final PresenceNews news = new PresenceNews();
    private final LastingFailure untold = new LastingFailure(LOG, "Could not send presence; the next try comes soon");
    private ScheduledExecutorService timer;

    void start(@Observes @Priority(Starting.LIVE) Starting starting) {
        timer = threads.timer("parley-presence");
        timer.scheduleWithFixedDelay(this::tell, TELL_MILLIS, TELL_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A socket of this person has opened or closed, or has reported the person as away. */
    void changed(long accountId) {
        news.changed(accountId, System.nanoTime());
    }

    void idle(Connection connection, boolean away) {
        connection.idle(away);
        changed(connection.caller().accountId());
    }

    void tell() {
        try {
            KeyTable.inParts(news.items(connections::of, System.nanoTime()), this::tell);
            untold.succeeded();
        } catch (RuntimeException | Error failure) {
            untold.failed(failure);
        }
    }

    private void tell(List<PresenceNews.Item> items) {
        Map<Long, Presence.State> sent = send(conversations.acquaintances(
                items.stream().map(PresenceNews.Item::accountId).toList()));
        // A person may have changed between the two looks; what was sent is the second one.
        news.told(items.stream()
                .map(item -> item.as(sent.getOrDefault(item.accountId(), item.state())))
                .toList());
    }

    /** @return what was sent, by account id */
    private Map<Long, Presence.State> send(List<Conversations.Acquaintance> acquaintances) {
        List<Conversations.Acquaintance> listeners = acquaintances.stream()
                .filter(acquaintance ->
                        !connections.personal(acquaintance.peerId()).isEmpty())
                .toList();
        Set<Long> heardOf = new HashSet<>();
        listeners.forEach(acquaintance -> heardOf.add(acquaintance.accountId()));
        Map<Long, Encoded> frames = new HashMap<>();
        Map<Long, Presence.State> sent = new HashMap<>();
        users.of(heardOf).forEach((accountId, user) -> {
            frames.put(accountId, frame(user));
            sent.put(accountId, Presence.State.ofWire(user.presence()));
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
        timer.shutdownNow();
    }
}
