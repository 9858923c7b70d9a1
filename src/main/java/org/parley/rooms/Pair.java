package org.parley.rooms;

import java.util.Set;

/**
 * The two people of a private conversation. Both ids are equal if a person writes to themselves. The lower id comes
 * first, so that there is one pair for two people.
 */
public record Pair(long lowId, long highId) {
    static Pair of(long one, long other) {
        return new Pair(Math.min(one, other), Math.max(one, other));
    }

    /** The one or two accounts. */
    public Set<Long> accounts() {
        return lowId == highId ? Set.of(lowId) : Set.of(lowId, highId);
    }

    /** The other person of the conversation. */
    public long other(long accountId) {
        return accountId == lowId ? highId : lowId;
    }
}
