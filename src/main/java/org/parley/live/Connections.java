package org.parley.live;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import java.io.IOException;
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
import org.parley.accounts.AccountAdministered;
import org.parley.accounts.AccountAdministered.Action;
import org.parley.accounts.Caller;
import org.parley.presence.Presence;
import org.parley.problems.Failures;
import org.parley.sessions.OtherSessionsEnded;
import org.parley.sessions.SessionEnded;
import org.parley.system.Starting;
import org.parley.system.Stopping;
import org.parley.system.Threads;

/** The open sockets: their callers, whether they still answer, and when they must be closed. */
@ApplicationScoped
class Connections {
    private static final System.Logger LOG = System.getLogger(Connections.class.getName());
    private static final long BEAT_SECONDS = 5;
    /**
     * Later than the page sends its own pings, and sooner than common proxies close a silent connection (50 or 60 s).
     */
    private static final long PING_NANOS = TimeUnit.SECONDS.toNanos(40);

    private static final long SILENT_NANOS = TimeUnit.SECONDS.toNanos(60);
    /** Time for a slow reader to reach the close frame, behind the data in the system's buffers. */
    private static final long PARTING_NANOS = TimeUnit.SECONDS.toNanos(30);

    private static final long STOP_PATIENCE_SECONDS = 5;
    private static final Map<Action, CloseReason> AFTER_ADMINISTRATION = Map.of(
            Action.DISABLE, CloseReasons.ACCOUNT_DISABLED,
            Action.PASSWORD, CloseReasons.SESSION_ENDED,
            Action.END_SESSIONS, CloseReasons.SESSION_ENDED,
            Action.MAKE_ADMIN, CloseReasons.ROLE_CHANGED,
            Action.UNMAKE_ADMIN, CloseReasons.ROLE_CHANGED);
    private static final int HANDS = 2;
    private static final int CLOSERS = 2;

    @Inject
    Threads threads;

    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final Map<Long, Set<Connection>> byAccount = new ConcurrentHashMap<>();
    /** Connections that this side has closed, with the time: their peers may not have received the close frame yet. */
    private final Map<Connection, Long> parting = new ConcurrentHashMap<>();
    /** The account ids of people with a socket for their own feed, by username. */
    private final Map<String, Long> reachable = new ConcurrentHashMap<>();

    private ScheduledExecutorService timer;
    private ExecutorService hands;
    private ExecutorService closers;
    private volatile boolean stopping;

    void start(@Observes @Priority(Starting.LIVE) Starting starting) {
        hands = threads.pool("parley-outbox", HANDS);
        closers = threads.pool("parley-closer", CLOSERS);
        timer = threads.timer("parley-heartbeat");
        timer.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
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
            parting.put(connection, System.nanoTime());
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

    private Collection<Connection> theirs(long accountId) {
        return List.copyOf(byAccount.getOrDefault(accountId, Set.of()));
    }

    /** The sockets that carry the account's own feed. */
    List<Connection> personal(long accountId) {
        return theirs(accountId).stream().filter(Connection::personal).toList();
    }

    /** Sends a frame to all sockets that carry the account's own feed. */
    void tell(long accountId, Encoded frame) {
        personal(accountId).forEach(socket -> socket.send(frame));
    }

    /** Whether any person has a socket for their own feed. */
    boolean anybodyReachable() {
        return !reachable.isEmpty();
    }

    /** The account with that name, if it has or recently had a socket for its own feed; else {@code null}. */
    Long reachable(String username) {
        return reachable.get(username);
    }

    /** Whether a socket of the account listens to the room. */
    boolean listens(long accountId, long roomId) {
        return theirs(accountId).stream().anyMatch(connection -> connection.subscription(roomId) != null);
    }

    /** The account's presence at this moment. */
    Presence.State of(long accountId) {
        Collection<Connection> theirs = theirs(accountId);
        if (theirs.isEmpty()) {
            return Presence.State.OFFLINE;
        }
        return theirs.stream().allMatch(Connection::idle) ? Presence.State.AWAY : Presence.State.ONLINE;
    }

    void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionEnded ended) {
        theirs(ended.accountId()).stream()
                .filter(connection -> connection.caller().sessionId().equals(ended.sessionId()))
                .forEach(connection -> connection.close(
                        ended.accountDisabled() ? CloseReasons.ACCOUNT_DISABLED : CloseReasons.SESSION_ENDED));
    }

    /** Also closes sockets of sessions that expired long ago: nothing else would close the socket of a thief. */
    void othersEnded(@Observes(during = TransactionPhase.AFTER_SUCCESS) OtherSessionsEnded ended) {
        theirs(ended.accountId()).stream()
                .filter(connection -> !connection.caller().sessionId().equals(ended.kept()))
                .forEach(connection -> connection.close(CloseReasons.SESSION_ENDED));
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

    /**
     * Closes all sockets of the account. The rights of a socket come from its handshake, and rooms that it joined as an
     * administrator would stay joined. It closes them whatever their session, because a socket may live longer than the
     * row of its session.
     */
    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountAdministered administered) {
        CloseReason reason = AFTER_ADMINISTRATION.get(administered.action());
        if (reason != null) {
            theirs(administered.accountId()).forEach(connection -> connection.close(reason));
        }
    }

    private void beat() {
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
