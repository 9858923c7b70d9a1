package org.parley.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import org.parley.rooms.Visit;

/**
 * How far a {@code catch_up} has come through the conversations of its socket. It keeps the ids of the rest and loads
 * only the next few, because a slow reader may take very long. One step at a time.
 */
final class Round {
    /** Conversations that one statement looks up. */
    private static final int PART = 50;

    private final Queue<Long> ids = new ArrayDeque<>();
    private final Queue<Visit> known = new ArrayDeque<>();
    private volatile Subscription current;
    private volatile boolean over;

    void goThrough(Collection<Long> conversations) {
        ids.addAll(conversations);
    }

    /** @return what is to be looked up and given to {@link #learn} before there is a next one; empty at the end */
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

    /** @return {@code null} when no more is known */
    Visit next() {
        return known.poll();
    }

    /** Whether ids are left, which are not known yet. */
    boolean more() {
        return !ids.isEmpty();
    }

    /** It has come to this conversation's feed. */
    void at(Subscription listener) {
        current = listener;
    }

    void end() {
        over = true;
    }

    /** Whether it goes on: a conversation whose feed has ended for the socket ends the round with it. */
    boolean underWay() {
        return !over && (current == null || !current.ended());
    }
}
