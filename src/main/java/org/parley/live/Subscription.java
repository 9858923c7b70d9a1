package org.parley.live;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.parley.messages.Logged;

/**
 * That a socket listens to a room, and up to which number it was given the room's log. It either catches up, drawing pages
 * by its own pace, or is live; never both, so that each number reaches it once.
 */
final class Subscription {
    private final Connection connection;
    private final RoomFeed feed;
    /** Numbers ahead of the position that were given as answers. */
    private final Set<Long> answered = new HashSet<>();
    /** Frames held back because the answer is to give their number; sent after all if the answer is a refusal. */
    private final Map<UUID, String> withheld = new HashMap<>();

    private volatile long position;
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

    long accountId() {
        return connection.caller().accountId();
    }

    /** The highest number up to which it was given all. */
    long position() {
        return position;
    }

    void position(long seq) {
        position = seq;
    }

    boolean live() {
        return live;
    }

    void goLive() {
        live = true;
    }

    boolean ended() {
        return ended || !connection.open();
    }

    void end() {
        ended = true;
    }

    /** Whether the log gives this message to the socket; if not, the answer to its sending did or will. */
    synchronized boolean takes(Logged message, String frame) {
        if (message.senderId() != accountId() || message.clientId() == null) {
            return true;
        }
        if (answered.remove(message.seq())) {
            return false;
        }
        if (connection.unanswered().contains(roomId(), message.clientId())) {
            withheld.put(message.clientId(), frame);
            return false;
        }
        return true;
    }

    /** The socket was told of its message by an answer with this number. */
    synchronized void answered(UUID clientId, long seq) {
        if (withheld.remove(clientId) == null && seq > position) {
            answered.add(seq);
        }
        connection.unanswered().remove(roomId(), clientId);
    }

    /**
     * The answer was a refusal.
     *
     * @return what the log held back for it, or {@code null}
     */
    synchronized String refused(UUID clientId) {
        connection.unanswered().remove(roomId(), clientId);
        return connection.unanswered().contains(roomId(), clientId) ? null : withheld.remove(clientId);
    }

    /** Marks that came by this very socket need no receipt to it. */
    void marked(long delivered, long read) {
        deliveredHere = Math.max(deliveredHere, Math.max(delivered, read));
        readHere = Math.max(readHere, read);
    }

    boolean knows(long delivered, long read) {
        return delivered <= deliveredHere && read <= readHere;
    }
}
