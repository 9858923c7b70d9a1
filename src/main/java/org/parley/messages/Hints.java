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
                characters += message.length();
            }
        }
    }

    /** Nobody asks any more for what is up to this number. */
    synchronized void forget(long seq) {
        NavigableMap<Long, Logged> past = known.headMap(seq, true);
        past.values().forEach(message -> characters -= message.length());
        past.clear();
    }

    /** The highest number there is. */
    synchronized long head() {
        return head;
    }

    /** The unbroken run of what is known after this number, which may be empty; what lies before it is forgotten. */
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

    /** The last number before the next one that is known. */
    synchronized long unknownUpTo(long seq) {
        Long later = known.higherKey(seq);
        return later == null ? head : later - 1;
    }
}
