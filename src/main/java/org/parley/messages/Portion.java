package org.parley.messages;

import java.util.List;
import java.util.function.Function;

/**
 * Limits the size of one answer from the log. A reader asks for a number of messages, and two hundred long texts would
 * be megabytes; an answer that waits for a slow reader stays in memory.
 */
final class Portion {
    /** The approximate length of an answer, in octets of UTF-8. */
    static final int MOST_OCTETS = 1 << 20;
    /** The JSON around a text: numbers, names, times. */
    private static final int AROUND_A_TEXT = 400;

    private static final int LAST_OF_ONE_OCTET = 0x7F;
    private static final int LAST_OF_TWO_OCTETS = 0x7FF;

    private Portion() {}

    /** As many of the first as fit, but at least one. */
    static <T> List<T> first(List<T> all, Function<T, String> text, int octets) {
        int count = 0;
        for (int sum = 0; count < all.size() && sum < octets; count++) {
            sum += AROUND_A_TEXT + octets(text.apply(all.get(count)));
        }
        return all.subList(0, count);
    }

    /** As many of the last as fit, but at least one. */
    static <T> List<T> last(List<T> all, Function<T, String> text, int octets) {
        int from = all.size();
        for (int sum = 0; from > 0 && sum < octets; from--) {
            sum += AROUND_A_TEXT + octets(text.apply(all.get(from - 1)));
        }
        return all.subList(from, all.size());
    }

    /** The length in UTF-8, where a surrogate pair has four octets. */
    static int octets(String text) {
        int octets = text.length();
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit > LAST_OF_TWO_OCTETS && !Character.isSurrogate(unit)) {
                octets += 2;
            } else if (unit > LAST_OF_ONE_OCTET) {
                octets++;
            }
        }
        return octets;
    }
}
