package org.parley.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing that a message must have to be found: a word, or words in a row.
 *
 * @param row the words with their places; their order is that of the places
 * @param joined the other way to write them, without hyphens; {@code null} if there is none
 * @param prefix whether longer words than the last one are found as well
 * @param typo whether a word with one mistake is found as well
 */
record Clause(List<Word> row, String joined, boolean prefix, boolean typo) {
    /** Shorter words have too many others beside them. */
    private static final int LONG_ENOUGH_FOR_TYPOS = 5;
    /** More marks in a text help nobody. */
    private static final int MOST = 50;

    /** A place in a text, in UTF-16 units. */
    record Range(int start, int end) {}

    /** @param words of which the first is at place 0; at least one */
    static Clause of(List<Word> words, boolean prefix, boolean phrase) {
        List<Word> row = row(words);
        Word first = row.get(0);
        Word last = row.get(row.size() - 1);
        String joined = words.stream()
                .filter(word -> word.kind() == Word.Kind.JOINED)
                .filter(word -> word.start() == first.start() && word.end() == last.end())
                .map(Word::term)
                .findFirst()
                .orElse(null);
        boolean typo = !phrase && row.size() == 1 && mayHaveTypo(first);
        return new Clause(row, joined, prefix && last.kind() == Word.Kind.WORD, typo);
    }

    /** Pairs of letters contain the single ones. */
    private static List<Word> row(List<Word> words) {
        List<Word> row = new ArrayList<>();
        for (Word word : words) {
            boolean covered = word.kind() == Word.Kind.LETTER
                    && words.stream()
                            .anyMatch(pair -> pair.kind() == Word.Kind.PAIR
                                    && (pair.position() == word.position() || pair.position() == word.position() - 1));
            if (word.kind() != Word.Kind.JOINED && !covered) {
                row.add(word);
            }
        }
        return row;
    }

    private static boolean mayHaveTypo(Word word) {
        return word.kind() == Word.Kind.WORD
                && word.term().codePoints().allMatch(Character::isLetter)
                && word.term().codePointCount(0, word.term().length()) >= LONG_ENOUGH_FOR_TYPOS;
    }

    Word first() {
        return row.get(0);
    }

    Word last() {
        return row.get(row.size() - 1);
    }

    /** Where a text has it; empty if it has not. */
    List<Range> in(List<Word> text) {
        List<Range> found = new ArrayList<>();
        Map<Integer, List<Word>> places = row.size() > 1 ? places(text) : Map.of();
        for (Word word : text) {
            if (found.size() == MOST) {
                break;
            }
            if (joined != null && fits(word, joined, prefix)) {
                found.add(new Range(word.start(), word.end()));
            } else if (row.size() == 1) {
                if (fits(word, first().term(), prefix) || (typo && Typos.one(word.term(), first().term()))) {
                    found.add(new Range(word.start(), word.end()));
                }
            } else if (fits(word, first().term(), false)) {
                int end = endOfRow(places, word.position() - first().position());
                if (end >= 0) {
                    found.add(new Range(word.start(), end));
                }
            }
        }
        return found;
    }

    private static Map<Integer, List<Word>> places(List<Word> text) {
        Map<Integer, List<Word>> places = new HashMap<>();
        text.forEach(word -> places.computeIfAbsent(word.position(), position -> new ArrayList<>(2))
                .add(word));
        return places;
    }

    /** Where the row ends that begins at this place, or -1. */
    private int endOfRow(Map<Integer, List<Word>> places, int begin) {
        int end = -1;
        for (Word wanted : row) {
            boolean open = prefix && wanted == last();
            end = places.getOrDefault(begin + wanted.position(), List.of()).stream()
                    .filter(word -> fits(word, wanted.term(), open))
                    .mapToInt(Word::end)
                    .findFirst()
                    .orElse(-1);
            if (end < 0) {
                return -1;
            }
        }
        return end;
    }

    private static boolean fits(Word word, String term, boolean prefix) {
        return prefix ? word.term().startsWith(term) : word.term().equals(term);
    }
}
