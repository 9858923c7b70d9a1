package org.parley.roomfile;

import java.time.Instant;
import org.parley.messages.ChangeRow;
import org.parley.messages.LoggedMessage;

/**
 * A checked line of the log: a message, or a change of one.
 *
 * @param message {@code null} for a change
 * @param value what a system message tells, as its column keeps it; otherwise {@code null}
 * @param change {@code null} for a message
 * @param time when it happened; the file has no times of changes, so a change has that of the message before it
 */
record Entry(LoggedMessage message, String value, ChangeRow change, Instant time) {
    /** How many rows it takes, apart from its own. */
    long reactions() {
        return message == null
                ? 0
                : message.details().reactions().stream()
                        .mapToLong(kind -> kind.count())
                        .sum();
    }
}
