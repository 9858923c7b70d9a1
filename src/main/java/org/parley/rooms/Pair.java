package org.parley.rooms;

import java.util.Set;

/** Whose a private conversation is; both ids are alike in one with oneself. The lower id comes first, so that a pair is one. */
public record Pair(long lowId, long highId) {
    static Pair of(long one, long other) {
        return new Pair(Math.min(one, other), Math.max(one, other));
    }

    /** The one or two accounts. */
    public Set<Long> accounts() {
        return lowId == highId ? Set.of(lowId) : Set.of(lowId, highId);
    }

    /** With whom one of the two talks. */
    public long other(long accountId) {
        return accountId == lowId ? highId : lowId;
    }
}
