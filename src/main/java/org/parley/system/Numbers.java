package org.parley.system;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Whole numbers that clients write as text, in a path, a query or a cursor. */
public final class Numbers {
    /** So few digits that the number always fits into a {@code long}. */
    private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");

    private Numbers() {}

    /** @return empty if the text is not a whole number, 0 or above, or if it has more than 18 digits */
    public static OptionalLong of(String typed) {
        return DIGITS.matcher(typed).matches() ? OptionalLong.of(Long.parseLong(typed)) : OptionalLong.empty();
    }
}
