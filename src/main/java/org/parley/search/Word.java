package org.parley.search;

/**
 * A word of a text, as the index has it.
 *
 * @param term folded: without case and accents. Of a long word it is the beginning, because the index compares and
 *     compresses whole terms
 * @param start where the word begins in the text, in UTF-16 units
 * @param end where it ends
 * @param position its place among the words of the text; two forms of the same word have the same place
 */
record Word(String term, int start, int end, int position, Kind kind) {
    private static final int LONGEST_TERM = 40;

    Word {
        if (term.length() > LONGEST_TERM) {
            boolean splits = Character.isHighSurrogate(term.charAt(LONGEST_TERM - 1));
            term = term.substring(0, splits ? LONGEST_TERM - 1 : LONGEST_TERM);
        }
    }

    enum Kind {
        /** A word, or a part of one that has hyphens, dots or the like inside. */
        WORD,
        /** All or two parts of such a word without what is between them: {@code email} for {@code e-mail}. */
        JOINED,
        /** One letter of a script that is written without spaces. */
        LETTER,
        /** Two such letters in a row. */
        PAIR
    }
}
