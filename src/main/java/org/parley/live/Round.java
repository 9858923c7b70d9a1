package org.parley.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import org.parley.rooms.Visit;

/**
 * The progress of a {@code catch_up} through the conversations of its socket. It keeps the ids of the rest and loads
 * only the next few, because a slow reader may take very long. One step at a time.
 */
final class Round {
    /** Conversations per statement. */
    private static final int PART = 50;

    private final Queue<Long> ids = new ArrayDeque<>();
    private final Queue<Visit> known = new ArrayDeque<>();
    private volatile Subscription current;
    private volatile boolean over;

    void goThrough(Collection<Long> conversations) {
        ids.addAll(conversations);
    }

    /** @return the ids to look up and give to {@link #learn} before there is a next one; empty at the end */
    List<Long> part() {
        List<Long> part = new ArrayList<>();
        while (part.size() < PART && !ids.isEmpty()) {
            part.add(ids.poll());
        }
        return part;
    }

    void learn(List<Visit> part) {
        known.addAll(part);
    }

    /** @return {@code null} if no more is known */
    Visit next() {
        return known.poll();
    }

    /** Whether ids are left that are not looked up yet. */
    boolean more() {
        return !ids.isEmpty();
    }

    /** The round has reached this conversation. */
    void at(Subscription listener) {
        current = listener;
    }

    void end() {
        over = true;
    }

    /** Whether it goes on: if a conversation's feed has ended for the socket, the round ends too. */
    boolean underWay() {
        return !over && (current == null || !current.ended());
    }
}
