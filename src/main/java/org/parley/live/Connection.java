package org.parley.live;

import jakarta.websocket.CloseReason;
import java.io.IOException;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.parley.accounts.Caller;
import org.parley.sessions.Arrival;

/** A connected client: the caller, the logs it listens to, and the frames that wait for it. */
final class Connection {
    private static final System.Logger LOG = System.getLogger(Connection.class.getName());

    private static final long FORGIVEN_NANOS = 10_000_000_000L;
    /** The most rooms of one socket; a client with more rooms opens another socket. */
    static final int MOST_ROOMS = 500;

    private final UUID id = UUID.randomUUID();
    private final Caller caller;
    private final boolean personal;
    private final Remote remote;
    private final Executor closers;
    private final Consumer<Connection> gone;
    private final Outbox outbox;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Unanswered unanswered = new Unanswered();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile long heardAt = System.nanoTime();
    private volatile boolean idle;
    private volatile Arrival arrival;
    private Round round;
    private int refused;
    private long refusedAt;

    /**
     * A new connection.
     *
     * @param personal whether it carries its user's own feed, in contrast to rooms that it joins
     * @param hands see {@link Outbox}
     * @param closers writes the close frame, and does what the container does at once when it closes a socket
     * @param gone called after this side has closed it, whether or not the container tells the endpoint
     */
    Connection(
            Caller caller,
            boolean personal,
            Remote remote,
            Executor hands,
            Executor closers,
            Consumer<Connection> gone) {
        this.caller = caller;
        this.personal = personal;
        this.remote = remote;
        this.closers = closers;
        this.gone = gone;
        this.outbox = new Outbox(remote, hands, this::close);
    }

    /** Its place among the connections of its user and address, given back when it closes. */
    void takes(Arrival place) {
        place.opened();
        arrival = place;
    }

    void leaves() {
        if (arrival != null) {
            arrival.over();
        }
    }

    UUID id() {
        return id;
    }

    Caller caller() {
        return caller;
    }

    boolean personal() {
        return personal;
    }

    Outbox outbox() {
        return outbox;
    }

    Remote remote() {
        return remote;
    }

    /** The peer has sent something. */
    void heard() {
        heardAt = System.nanoTime();
    }

    long silentNanos() {
        return System.nanoTime() - heardAt;
    }

    /**
     * Counts one more frame above the limit. @return how many there were without a longer pause. On the socket's own
     * thread.
     */
    int flooding() {
        long now = System.nanoTime();
        refused = now - refusedAt > FORGIVEN_NANOS ? 1 : refused + 1;
        refusedAt = now;
        return refused;
    }

    /** Whether its user is away, as the client said. */
    boolean idle() {
        return idle;
    }

    void idle(boolean away) {
        idle = away;
    }

    /** Begins a {@code catch_up}; there is one at a time. @return whether no earlier one is running */
    synchronized boolean begins(Round next) {
        if (round != null && round.underWay()) {
            return false;
        }
        round = next;
        return true;
    }

    /** @return {@code null} if it does not listen to the log */
    Subscription subscription(long roomId) {
        return subscriptions.of(roomId);
    }

    /** As {@link Subscriptions#of(String)}. */
    Subscription subscription(String nameOrId) {
        return subscriptions.of(nameOrId);
    }

    Collection<Subscription> subscriptions() {
        return subscriptions.all();
    }

    /** Whether it listens to as many rooms as a socket may. The user's own feed does not count. */
    boolean full() {
        return !personal && subscriptions.count() >= MOST_ROOMS;
    }

    /** @return whether it did not listen to this log before */
    boolean subscribeFirst(Subscription subscription) {
        return subscriptions.addFirst(subscription);
    }

    /** @return the subscription that it replaces, or {@code null} */
    Subscription subscribe(Subscription subscription) {
        return subscriptions.put(subscription);
    }

    void unsubscribe(Subscription subscription) {
        subscriptions.remove(subscription);
    }

    /** The user's name for the log may have changed. */
    void named(Subscription subscription) {
        subscriptions.named(subscription);
    }

    Unanswered unanswered() {
        return unanswered;
    }

    boolean open() {
        return !closed.get();
    }

    /** Queues one frame and sends it. */
    void send(Encoded frame) {
        outbox.add(frame);
        outbox.drain();
    }

    /**
     * Sends nothing from now on. It does not wait, because the caller may be a room's feed or hold a lock of the
     * container.
     */
    void close(CloseReason reason) {
        if (closed.compareAndSet(false, true)) {
            outbox.close();
            closers.execute(() -> closeSession(reason));
        }
    }

    private void closeSession(CloseReason reason) {
        try {
            remote.close(reason);
        } catch (IOException | RuntimeException failure) {
            LOG.log(System.Logger.Level.DEBUG, "The peer was gone before the close frame", failure);
        } finally {
            gone.accept(this);
        }
    }

    /** Called when the container says that it is closed. */
    void closedByPeer() {
        closed.set(true);
        outbox.close();
    }
}
