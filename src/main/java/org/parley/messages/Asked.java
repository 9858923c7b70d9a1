package org.parley.messages;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.stream.Stream;
import org.parley.problems.Refusal;
import org.parley.system.Numbers;

/**
 * The messages that a client asks for: before, after or around a number, around a time, or the newest. At most one of
 * the four is not {@code null}.
 *
 * @param at in milliseconds: the page is around the first message that was sent then or later
 * @param limit how many, at least 1
 */
public record Asked(Long before, Long after, Long around, Long at, int limit) {
    /** The end of the year 9999, in seconds. */
    private static final long LATEST = 253_402_300_799L;

    private static final int NANOS_OF_MILLI = 1_000_000;

    public static Asked newest(int limit) {
        return new Asked(null, null, null, null, limit);
    }

    /** Whether the newest messages are asked for. */
    boolean newest() {
        return before == null && after == null && around == null && at == null;
    }

    /**
     * @param at a time as RFC 3339 writes it
     * @throws Refusal {@code invalid_request} if more than one is given, or one is malformed
     */
    public static Asked of(String before, String after, String around, String at, int limit) {
        Asked asked = new Asked(
                number("before", before), number("after", after), number("around", around), time("at", at), limit);
        if (Stream.of(before, after, around, at).filter(Objects::nonNull).count() > 1) {
            throw Refusal.invalid("before", "cannot be combined with after, around or at");
        }
        return asked;
    }

    /** A time in milliseconds, rounded up so that nothing earlier counts; {@code null} stays {@code null}. */
    public static Long time(String parameter, String typed) {
        if (typed == null) {
            return null;
        }
        try {
            Instant time = Instant.parse(typed);
            long second = Math.max(0, Math.min(time.getEpochSecond(), LATEST));
            boolean between = time.getNano() % NANOS_OF_MILLI > 0;
            return Instant.ofEpochSecond(second, time.getNano()).toEpochMilli() + (between ? 1 : 0);
        } catch (DateTimeParseException malformed) {
            throw Refusal.invalid(parameter, "must be a time such as 2026-01-31T08:00:00Z");
        }
    }

    /**
     * The number of a message in a path.
     *
     * @throws Refusal {@code not_found} if the text is not a number
     */
    public static long inPath(String typed) {
        return Numbers.of(typed).orElseThrow(Refusal::notFound);
    }

    /** A whole number, 0 or above; {@code null} stays {@code null}. */
    public static Long number(String parameter, String typed) {
        if (typed == null) {
            return null;
        }
        return Numbers.of(typed).orElseThrow(() -> Refusal.invalid(parameter, "must be a message number"));
    }
}
