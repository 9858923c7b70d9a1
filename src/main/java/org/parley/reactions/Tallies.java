package org.parley.reactions;

import java.util.HashMap;
import java.util.Map;
import org.parley.messages.Log;

/** The kinds of emoji under one message. */
final class Tallies {
    /**
     * The reactions of one kind.
     *
     * @param since the place of the kind among the others, as {@link Reaction} has it
     * @param newest the place of its newest reaction
     */
    record Tally(Log.Place message, String emoji, long count, long since, long newest) {}

    private final Map<String, Tally> byEmoji = new HashMap<>();
    private long newest;

    void add(Tally tally) {
        byEmoji.put(tally.emoji(), tally);
        newest = Math.max(newest, tally.newest());
    }

    boolean has(String emoji) {
        return byEmoji.containsKey(emoji);
    }

    int size() {
        return byEmoji.size();
    }

    /** A new reaction, after all others. @param now in milliseconds */
    Reaction reaction(Reaction.Key key, long now) {
        long at = Math.max(now, newest + 1);
        Tally tally = byEmoji.getOrDefault(key.emoji(), new Tally(key.message(), key.emoji(), 0, at, at));
        add(new Tally(key.message(), key.emoji(), tally.count() + 1, tally.since(), at));
        return new Reaction(key, at, tally.since());
    }

    /** One reaction of this kind less. */
    void less(String emoji) {
        byEmoji.computeIfPresent(
                emoji,
                (key, tally) -> tally.count() == 1
                        ? null
                        : new Tally(tally.message(), emoji, tally.count() - 1, tally.since(), tally.newest()));
    }
}
