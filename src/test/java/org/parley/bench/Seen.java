package org.parley.bench;

import java.util.Arrays;
import java.util.TreeSet;

/** What one member received of its room, over all its connections. */
final class Seen {
    private long[] numbers = new long[32];
    private int lastRank;
    private long upTo;
    private final TreeSet<Long> ahead = new TreeSet<>();
    private long missedFrom;
    private long missedTo;

    /** @return whether it is new */
    boolean add(int number) {
        int word = number >> 6;
        if (word >= numbers.length) {
            numbers = Arrays.copyOf(numbers, word * 2);
        }
        long bit = 1L << number;
        boolean isNew = (numbers[word] & bit) == 0;
        numbers[word] |= bit;
        return isNew;
    }

    boolean has(int number) {
        int word = number >> 6;
        return word < numbers.length && (numbers[word] & 1L << number) != 0;
    }

    /** @return whether nothing of a higher rank was seen before */
    boolean inOrder(int rank) {
        if (rank < lastRank) {
            return false;
        }
        lastRank = rank;
        return true;
    }

    /** The log's number of what came; answers may run ahead of lower numbers. */
    void seq(long seq) {
        if (seq != upTo + 1) {
            if (seq > upTo) {
                ahead.add(seq);
            }
            return;
        }
        upTo = seq;
        while (!ahead.isEmpty() && ahead.first() <= upTo + 1) {
            upTo = Math.max(upTo, ahead.pollFirst());
        }
    }

    /** The number up to which it has all; what a client says who returns. */
    long upTo() {
        return upTo;
    }

    /** It listens from here on. */
    void startsAt(long head) {
        upTo = Math.max(upTo, head);
    }

    /** The server has said that these will not come: a client reads them from the history when somebody asks. */
    void gap(long from, long to) {
        missedFrom = from;
        missedTo = Math.max(missedTo, to);
        upTo = Math.max(upTo, to);
    }

    boolean toldMissing(long seq) {
        return seq >= missedFrom && seq <= missedTo;
    }
}
