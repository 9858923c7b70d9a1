package org.parley.sessions;

import java.time.Duration;
import java.time.Instant;

/** The meaning of a refresh token that a client shows. */
enum Rotation {
    /** The token is used for the first time. */
    FIRST_USE,
    /** Two tabs used the token, or the answer to its first use was lost. Both go on, each with its own tokens. */
    SIBLING,
    /** Somebody has a copy of the token, and the server cannot tell the thief from the owner. */
    REPLAY;

    private static final Duration GRACE = Duration.ofSeconds(60);

    /**
     * Decides what a shown token means.
     *
     * @param usedAt when the token was first used, or {@code null}
     * @param successorUsed whether any token that it was exchanged for has been used
     */
    static Rotation of(Instant usedAt, boolean successorUsed, Instant now) {
        if (usedAt == null) {
            return FIRST_USE;
        }
        return successorUsed || now.isAfter(usedAt.plus(GRACE)) ? REPLAY : SIBLING;
    }
}
