package org.parley.live;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.parley.messages.Logged;
import org.parley.rooms.LogName;

/**
 * A socket's subscription to a room, with the number up to which it got the room's log. It either catches up, at its
 * own pace, or is live, but never both, so that it gets each number once.
 */
final class Subscription {
    private final Connection connection;
    private final RoomFeed feed;
    /** Numbers above the position that were sent as answers. */
    private final Set<Long> answered = new HashSet<>();

    private String calledAs;
    private volatile long position;
    private volatile int rowsAtOnce = Integer.MAX_VALUE;
    private volatile boolean live;
    private volatile boolean ended;
    private volatile long deliveredHere;
    private volatile long readHere;

    Subscription(Connection connection, RoomFeed feed) {
        this.connection = connection;
        this.feed = feed;
    }

    Connection connection() {
        return connection;
    }

    RoomFeed feed() {
        return feed;
    }

    long roomId() {
        return feed.roomId();
    }

    /** The user's present name for the log. */
    LogName name() {
        return feed.name(accountId());
    }

    /** The name under which its socket finds it, see {@link Subscriptions}. */
    String calledAs() {
        return calledAs;
    }

    void calledAs(String name) {
        calledAs = name;
    }

    long accountId() {
        return connection.caller().accountId();
    }

    /** The highest number up to which it got everything. */
    long position() {
        return position;
    }

    void position(long seq) {
        position = seq;
    }

    /** How many rows of the log to read at once: of long messages, fewer fit in a page. */
    int rowsAtOnce() {
        return rowsAtOnce;
    }

    void rowsAtOnce(int rows) {
        rowsAtOnce = rows;
    }

    boolean live() {
        return live;
    }

    /** Is live from here on; the caller has told the socket so. */
    void goLive() {
        live = true;
    }

    boolean ended() {
        return ended || !connection.open();
    }

    void end() {
        ended = true;
        connection.outbox().forget(this);
    }

    /**
     * What the socket gets for this message: the message, the answer to its sending, or nothing if the answer was sent
     * before.
     *
     * @param answer makes the answer to a request
     * @return {@code null} for nothing
     */
    synchronized Encoded give(Logged message, Encoded frame, Function<Unanswered.Sent, Encoded> answer) {
        if (message.clientId() == null || message.senderId() != accountId()) {
            return frame;
        }
        if (answered.remove(message.seq())) {
            return null;
        }
        Unanswered.Sent sent = connection.unanswered().take(roomId(), message.clientId());
        return sent == null ? frame : answer.apply(sent);
    }

    /** @return whether the socket must still be told of its message; then the log will not send it */
    synchronized boolean answer(UUID clientId, Unanswered.Sent sent, long seq) {
        boolean untold = connection.unanswered().take(roomId(), clientId, sent);
        if (untold && seq > position) {
            answered.add(seq);
        }
        return untold;
    }

    /** Marks that came by this very socket need no receipt on it. */
    void marked(long delivered, long read) {
        deliveredHere = Math.max(deliveredHere, Math.max(delivered, read));
        readHere = Math.max(readHere, read);
    }

    /** The socket's earlier report of reading is no longer true. */
    void unmarked() {
        deliveredHere = 0;
        readHere = 0;
    }

    boolean knows(long delivered, long read) {
        return delivered <= deliveredHere && read <= readHere;
    }
}
