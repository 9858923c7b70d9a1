package org.parley.messages;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.parley.problems.Refusal;

/**
 * The messages that a client asks for: before, after or around a number, or the newest. At most one of the three is not
 * {@code null}.
 *
 * @param limit how many, at least 1
 */
public record Asked(Long before, Long after, Long around, int limit) {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    public static Asked newest(int limit) {
        return new Asked(null, null, null, limit);
    }

    /** @throws Refusal {@code invalid_request} if more than one is given, or one is not a number */
    public static Asked of(String before, String after, String around, int limit) {
        Asked asked = new Asked(number("before", before), number("after", after), number("around", around), limit);
        if (Stream.of(before, after, around).filter(Objects::nonNull).count() > 1) {
            throw Refusal.invalid("before", "cannot be combined with after or around");
        }
        return asked;
    }

    /**
     * The number of a message in a path.
     *
     * @throws Refusal {@code not_found} if the text is not a number
     */
    public static long inPath(String typed) {
        if (!NUMBER.matcher(typed).matches()) {
            throw Refusal.notFound();
        }
        return Long.parseLong(typed);
    }

    /** A whole number, 0 or above; {@code null} stays {@code null}. */
    public static Long number(String parameter, String typed) {
        if (typed == null) {
            return null;
        }
        if (!NUMBER.matcher(typed).matches()) {
            throw Refusal.invalid(parameter, "must be a message number");
        }
        return Long.valueOf(typed);
    }
}
