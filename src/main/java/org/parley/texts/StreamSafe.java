package org.parley.texts;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;

/**
 * The limit of the Stream-Safe Text Format (UAX #15). Normalising sorts each run of combining marks in quadratic time,
 * so a long run is refused before anything is normalised.
 */
final class StreamSafe {
    private static final int MOST_MARKS = 30;
    /** No character below this is a mark or decomposes into one. Most texts have nothing else, and a lookup is slow. */
    private static final int FIRST_DECOMPOSED = 0xA0;

    private static final Normalizer2 NFKD = Normalizer2.getNFKDInstance();

    private StreamSafe() {}

    /** Checks in one pass over the code points, without sorting. */
    static boolean holds(String text) {
        int marks = 0;
        for (int at = 0; at < text.length() && marks <= MOST_MARKS; at++) {
            if (text.charAt(at) < FIRST_DECOMPOSED) {
                marks = 0;
            } else {
                int character = text.codePointAt(at);
                marks = afterAny(marks, character);
                at += Character.charCount(character) - 1;
            }
        }
        return marks <= MOST_MARKS;
    }

    private static int afterAny(int marks, int character) {
        String parts = NFKD.getDecomposition(character);
        return parts == null ? after(marks, character) : after(marks, parts);
    }

    private static int after(int marks, String parts) {
        int sum = marks;
        for (int at = 0; at < parts.length(); at = parts.offsetByCodePoints(at, 1)) {
            sum = after(sum, parts.codePointAt(at));
        }
        return sum;
    }

    private static int after(int marks, int character) {
        return UCharacter.getCombiningClass(character) == 0 ? 0 : marks + 1;
    }
}
