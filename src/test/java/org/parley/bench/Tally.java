package org.parley.bench;

import java.util.ArrayList;
import java.util.List;

/** What happened in one window. It has plain fields, because the hot path counts here. */
final class Tally {
    /** Errors by the code of the contract that means: nobody knows, repeat. */
    long unavailable;

    long sent;
    long acknowledged;
    long delivered;
    long reactions;
    long doubled;
    long outOfOrder;
    long late;
    long errors;
    long gaps;
    long bytes;
    long reads;
    long lastDelivery;
    long lastAcknowledgement;
    final Times latency = new Times();
    final Times answers = new Times();

    private final List<Times> slices = new ArrayList<>();
    private long sliceNanos;
    private long slicesFrom;

    /** From now on latency is kept for each stretch of time apart, by when a message was due. */
    void slice(long from, long nanos) {
        slicesFrom = from;
        sliceNanos = nanos;
    }

    void delivered(long due, long now) {
        long nanos = Math.max(0, now - due);
        lastDelivery = now;
        latency.add(nanos);
        if (sliceNanos > 0 && due >= slicesFrom) {
            slice((int) ((due - slicesFrom) / sliceNanos)).add(nanos);
        }
    }

    /** Somebody heard of a reaction. */
    void reacted(long now) {
        reactions++;
        lastDelivery = now;
    }

    Times slice(int number) {
        while (slices.size() <= number) {
            slices.add(new Times());
        }
        return slices.get(number);
    }

    void acknowledged(long due, long now) {
        acknowledged++;
        lastAcknowledgement = now;
        answers.add(Math.max(0, now - due));
    }

    long last() {
        return Math.max(lastDelivery, lastAcknowledgement);
    }
}
