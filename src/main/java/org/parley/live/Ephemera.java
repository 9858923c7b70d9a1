package org.parley.live;

import java.util.Set;

/**
 * Who is present in a room and who is typing. It is sent in merged frames a few times a second ({@link #tick}), and
 * dropped first if a listener is slow. Runs on the room's strand; only {@link #count} and {@link #busy} are called from
 * other threads.
 */
final class Ephemera {
    private final Attendance attendance;
    private final Typists typists;
    private volatile boolean busy;

    Ephemera(RoomFeed feed, Codec codec) {
        attendance = new Attendance(feed, codec);
        typists = new Typists(feed, codec);
    }

    /** How many people are present. */
    int count() {
        return attendance.count();
    }

    /** Whether there is something to send or to wait for, so that {@link #tick} must be called. */
    boolean busy() {
        return busy;
    }

    /** At most 200 names. */
    Set<String> names() {
        return attendance.names();
    }

    void entered(Subscription listener) {
        attendance.entered(listener);
        busy = true;
    }

    void left(Subscription listener, boolean atOnce) {
        if (attendance.left(listener, atOnce)) {
            typists.stop(listener.accountId());
            busy = true;
        }
    }

    void startTyping(long accountId, String username) {
        typists.start(accountId, username);
        busy = true;
    }

    void stopTyping(long accountId) {
        typists.stop(accountId);
    }

    /** A person who has posted is no longer typing. */
    void posted(long accountId) {
        typists.stop(accountId);
    }

    /** Sends what has changed since the last call. */
    void tick() {
        long now = System.nanoTime();
        attendance.tick(now);
        typists.tick(now);
        busy = typists.any() || attendance.waits();
    }
}
