package org.parley.live;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.parley.accounts.Caller;
import org.parley.presence.Presence;
import org.parley.system.Starting;
import org.parley.system.Stopping;
import org.parley.system.Threads;

/** The open sockets, by their callers, and the threads that work for them. */
@ApplicationScoped
class Connections {
    private static final long BEAT_SECONDS = 5;
    private static final long STOP_PATIENCE_SECONDS = 5;
    private static final int HANDS = 2;
    private static final int CLOSERS = 2;

    @Inject
    Threads threads;

    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final Map<Long, Set<Connection>> byAccount = new ConcurrentHashMap<>();
    /** The account ids of people with a socket for their own feed, by username. */
    private final Map<String, Long> reachable = new ConcurrentHashMap<>();

    private final Heartbeat heartbeat = new Heartbeat(open);
    private ScheduledExecutorService timer;
    private ExecutorService hands;
    private ExecutorService closers;
    private volatile boolean stopping;

    void start(@Observes @Priority(Starting.LIVE) Starting starting) {
        hands = threads.pool("parley-outbox", HANDS);
        closers = threads.pool("parley-closer", CLOSERS);
        timer = threads.timer("parley-heartbeat");
        timer.scheduleWithFixedDelay(heartbeat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    /** @param gone see {@link Connection}; may be called more than once */
    Connection add(Caller caller, boolean personal, Remote remote, Consumer<Connection> gone) {
        Connection connection = new Connection(caller, personal, remote, on(hands), on(closers), gone);
        open.add(connection);
        byAccount.compute(caller.accountId(), (id, mine) -> {
            Set<Connection> all = mine == null ? ConcurrentHashMap.newKeySet() : mine;
            all.add(connection);
            return all;
        });
        if (personal) {
            reachable.put(caller.username(), caller.accountId());
        }
        if (stopping) {
            connection.close(CloseReasons.GOING_AWAY);
        }
        return connection;
    }

    /** After the stop there are no threads left to run a task. */
    private static Executor on(ExecutorService pool) {
        return task -> {
            try {
                pool.execute(task);
            } catch (RejectedExecutionException stopped) {
                task.run();
            }
        };
    }

    /** @return whether it was its user's last */
    boolean remove(Connection connection) {
        if (!connection.open()) {
            heartbeat.parts(connection);
        }
        connection.closedByPeer();
        if (!open.remove(connection)) {
            return false;
        }
        Set<Connection> left = byAccount.computeIfPresent(connection.caller().accountId(), (id, mine) -> {
            mine.remove(connection);
            return mine.isEmpty() ? null : mine;
        });
        if (left == null) {
            // Unless another connection has come meanwhile and is already noted.
            reachable.computeIfPresent(
                    connection.caller().username(), (name, account) -> byAccount.containsKey(account) ? account : null);
        }
        return left == null;
    }

    /** All sockets of the account. */
    Collection<Connection> of(long accountId) {
        return List.copyOf(byAccount.getOrDefault(accountId, Set.of()));
    }

    /** The sockets that carry the account's own feed. */
    List<Connection> personal(long accountId) {
        return of(accountId).stream().filter(Connection::personal).toList();
    }

    /** Sends a frame to all sockets that carry the account's own feed. */
    void tell(long accountId, Encoded frame) {
        personal(accountId).forEach(socket -> socket.send(frame));
    }

    /** Sends a frame to every socket that carries the feed of an account. */
    void tellEverybody(Encoded frame) {
        open.stream().filter(Connection::personal).forEach(socket -> socket.send(frame));
    }

    /** Whether any person has a socket for their own feed. */
    boolean anybodyReachable() {
        return !reachable.isEmpty();
    }

    /**
     * The account with that name, if it has or recently had a socket for its own feed; else {@code null}.
     *
     * @param username {@code null} for a deleted account
     */
    Long reachable(String username) {
        return username == null ? null : reachable.get(username);
    }

    /** Whether a socket of the account listens to the room. */
    boolean listens(long accountId, long roomId) {
        return of(accountId).stream().anyMatch(connection -> connection.subscription(roomId) != null);
    }

    /** The account's presence at this moment. */
    Presence.State presence(long accountId) {
        Collection<Connection> theirs = of(accountId);
        if (theirs.isEmpty()) {
            return Presence.State.OFFLINE;
        }
        return theirs.stream().allMatch(Connection::idle) ? Presence.State.AWAY : Presence.State.ONLINE;
    }

    /** The sessions that have an open socket. */
    Set<UUID> sessions() {
        return open.stream().map(connection -> connection.caller().sessionId()).collect(Collectors.toUnmodifiableSet());
    }

    /** Closes the sockets of sessions that are over. */
    void end(Set<UUID> sessions) {
        open.stream()
                .filter(connection -> sessions.contains(connection.caller().sessionId()))
                .forEach(connection -> connection.close(CloseReasons.SESSION_ENDED));
    }

    /** Closes all sockets; clients reconnect after a random delay. */
    void stop(@Observes @Priority(Stopping.SOCKETS) Stopping event) throws InterruptedException {
        stopping = true;
        timer.shutdownNow();
        open.forEach(connection -> connection.close(CloseReasons.GOING_AWAY));
        hands.shutdown();
        closers.shutdown();
        closers.awaitTermination(STOP_PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
