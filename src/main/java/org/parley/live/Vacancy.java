package org.parley.live;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Decides when a feed retires: when it has no listeners and nobody is about to enter. There are many rooms and most are
 * silent, so idle feeds must not stay. A retired feed gets no more messages.
 */
final class Vacancy {
    private final Collection<Subscription> listeners;
    private final AtomicInteger awaited = new AtomicInteger();

    /** @param listeners the present listeners at any time */
    Vacancy(Collection<Subscription> listeners) {
        this.listeners = listeners;
    }

    /**
     * A listener is about to enter. Called inside the map of feeds, like {@link #retire}, so that the two never
     * overlap.
     */
    void expect() {
        awaited.incrementAndGet();
    }

    /** An expected listener has come. On the feed's strand. */
    void arrived() {
        awaited.decrementAndGet();
    }

    /** On the feed's strand. @return whether the feed may go */
    boolean retire() {
        return listeners.isEmpty() && awaited.get() == 0;
    }
}
