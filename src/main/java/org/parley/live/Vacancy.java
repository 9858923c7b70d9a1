package org.parley.live;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether a feed is needed: it retires when nobody listens and nobody is about to, because rooms are many and most are silent.
 * A feed that has retired is told of nothing any more.
 */
final class Vacancy {
    private final Collection<Subscription> listeners;
    private final AtomicInteger awaited = new AtomicInteger();
    private boolean retired;

    /** @param listeners as they are at any time */
    Vacancy(Collection<Subscription> listeners) {
        this.listeners = listeners;
    }

    /** Notes that a listener is about to enter. Never called at the same time as {@link #retire}. */
    void expect() {
        awaited.incrementAndGet();
    }

    /** One who was awaited has come. On the feed's strand. */
    void arrived() {
        awaited.decrementAndGet();
    }

    /** On the feed's strand. @return whether it is retired now */
    boolean retire() {
        retired = listeners.isEmpty() && awaited.get() == 0;
        return retired;
    }

    /** Another feed takes its place. On the feed's strand. */
    boolean retired() {
        return retired;
    }
}
