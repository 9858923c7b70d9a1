package org.parley.bench;

import java.util.Arrays;
import java.util.BitSet;

/** A room, the messages that were sent to it, and the order in which its first reader saw them. */
class BenchRoom {
    private final String name;
    private int next;
    private int first;
    private int ranks;
    private int[] rankOf = new int[1024];
    private long[] seqOf = new long[1024];
    private final BitSet acknowledged = new BitSet();

    BenchRoom(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** The socket that carries it. */
    String path() {
        return "live/rooms";
    }

    /**
     * How somebody comes in.
     *
     * @param since the last number they have; -1 for the first time
     */
    String entering(int member, long since) {
        return "{\"type\":\"join_room\",\"room\":\"" + name + "\"" + (since < 0 ? "" : ",\"since\":" + since) + "}";
    }

    /** How a message of theirs begins, as JSON. */
    String speaking(int member) {
        return "{\"type\":\"send_message\",\"room\":\"" + name + "\"";
    }

    /** The number of the next message. */
    int take() {
        return next++;
    }

    int next() {
        return next;
    }

    /** The number with which this window began. */
    int first() {
        return first;
    }

    void beginWindow() {
        first = next;
    }

    /** From 1, in the order of the first deliveries: everybody must see the messages in that order. */
    int rank(int number) {
        if (number >= rankOf.length) {
            rankOf = Arrays.copyOf(rankOf, number * 2);
        }
        if (rankOf[number] == 0) {
            rankOf[number] = ++ranks;
        }
        return rankOf[number];
    }

    void acknowledged(int number) {
        acknowledged.set(number);
    }

    BitSet acknowledged() {
        return acknowledged;
    }

    /** The room's own number of a message, as the server gave it. */
    void seq(int number, long seq) {
        if (number >= seqOf.length) {
            seqOf = Arrays.copyOf(seqOf, number * 2);
        }
        seqOf[number] = seq;
    }

    long seq(int number) {
        return number < seqOf.length ? seqOf[number] : 0;
    }
}
