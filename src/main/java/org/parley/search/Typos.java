package org.parley.search;

/** Compares words that may differ by one mistake: a letter too many, too few or wrong, or two in the wrong order. */
final class Typos {
    private static final int SHORT = 5;
    /** So many units of UTF-16 are a letter at most. */
    private static final int MOST_UNITS = 2;

    private Typos() {}

    static boolean one(String typed, String meant) {
        return mayBeOne(typed, meant) && compared(typed, meant);
    }

    /** Rules out nearly all words: one mistake leaves the first or the last letter of a word that is not very short. */
    private static boolean mayBeOne(String typed, String meant) {
        int length = typed.length();
        int other = meant.length();
        return length < SHORT
                || other < SHORT
                || Math.abs(length - other) <= MOST_UNITS
                        && (typed.charAt(0) == meant.charAt(0) || typed.charAt(length - 1) == meant.charAt(other - 1));
    }

    private static boolean compared(String typed, String meant) {
        int[] one = typed.codePoints().toArray();
        int[] other = meant.codePoints().toArray();
        if (Math.abs(one.length - other.length) > 1) {
            return false;
        }
        int start = 0;
        while (start < Math.min(one.length, other.length) && one[start] == other[start]) {
            start++;
        }
        int end = one.length;
        int otherEnd = other.length;
        while (end > start && otherEnd > start && one[end - 1] == other[otherEnd - 1]) {
            end--;
            otherEnd--;
        }
        int rest = end - start;
        int otherRest = otherEnd - start;
        boolean swapped =
                rest == 2 && otherRest == 2 && one[start] == other[start + 1] && one[start + 1] == other[start];
        return rest <= 1 && otherRest <= 1 || swapped;
    }
}
