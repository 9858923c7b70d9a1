package org.parley.sessions;

import java.time.Duration;
import java.time.Instant;

/** What showing a refresh token means. */
enum Rotation {
    /** It is used for the first time. */
    FIRST_USE,
    /** Two tabs used it, or the answer to its first use was lost: both go on, each in its own line. */
    SIBLING,
    /** Somebody has a copy, and nobody knows which of the two is the thief. */
    REPLAY;

    private static final Duration GRACE = Duration.ofSeconds(60);

    /**
     * @param usedAt when it was first used, or {@code null}
     * @param successorUsed whether any token that it was exchanged for has been used
     */
    static Rotation of(Instant usedAt, boolean successorUsed, Instant now) {
        if (usedAt == null) {
            return FIRST_USE;
        }
        return successorUsed || now.isAfter(usedAt.plus(GRACE)) ? REPLAY : SIBLING;
    }
}
