package org.parley.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What a follower was told of its log's growth: the highest number, and entries that it need not read. */
final class Hints {
    /** A follower that is further behind reads the log instead, so that it may lag without taking memory. */
    private static final int MOST = 2000;

    private static final int MOST_CHARACTERS = 1 << 20;

    private final NavigableMap<Long, Logged> known = new TreeMap<>();
    private long head;
    private long characters;

    synchronized void add(MessagesPosted posted) {
        head = Math.max(head, posted.head());
        for (Logged message : posted.entries()) {
            if (known.size() >= MOST || characters >= MOST_CHARACTERS) {
                return;
            }
            if (known.putIfAbsent(message.seq(), message) == null) {
                characters += message.text().length();
            }
        }
    }

    /** Drops the entries up to this number, which nobody needs any more. */
    synchronized void forget(long seq) {
        NavigableMap<Long, Logged> past = known.headMap(seq, true);
        past.values().forEach(message -> characters -= message.text().length());
        past.clear();
    }

    /** The highest number that a hint named. */
    synchronized long head() {
        return head;
    }

    /** The known entries that follow this number without a gap, perhaps none. Drops the entries before them. */
    synchronized List<Logged> after(long seq, int most) {
        forget(seq);
        List<Logged> run = new ArrayList<>();
        for (Logged message : known.values()) {
            if (message.seq() != seq + run.size() + 1 || run.size() == most) {
                break;
            }
            run.add(message);
        }
        return run;
    }

    /** The last number before the next known entry. */
    synchronized long unknownUpTo(long seq) {
        Long later = known.higherKey(seq);
        return later == null ? head : later - 1;
    }
}
