package org.parley.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.problems.Refusal;

/**
 * The words that a person looks for. Words in double quotes are a phrase. A trailing star, and the last word, find
 * longer words too. A message must have all of it.
 *
 * @param typed whether the person typed anything; without a word in it, nothing is found
 */
record Wanted(List<Clause> clauses, boolean typed) {
    private static final Wanted NOTHING = new Wanted(List.of(), false);
    /** Code points. */
    private static final int LONGEST = 256;
    /** Words and phrases. */
    private static final int MOST = 20;

    private static final Pattern PIECE = Pattern.compile("\"([^\"]*+)\"?|[^\\s\"]++");
    private static final Pattern OTHER_QUOTES = Pattern.compile("[“”„«»]");

    /** @throws Refusal {@code invalid_request} if it is too long */
    static Wanted of(String field, String typed) {
        if (typed == null || typed.isBlank()) {
            return NOTHING;
        }
        if (typed.codePointCount(0, typed.length()) > LONGEST) {
            throw Refusal.invalid(field, "must have at most " + LONGEST + " characters");
        }
        List<Clause> clauses = clauses(OTHER_QUOTES.matcher(typed).replaceAll("\""));
        if (clauses.size() > MOST) {
            throw Refusal.invalid(field, "must have at most " + MOST + " words");
        }
        return new Wanted(clauses, true);
    }

    private static List<Clause> clauses(String typed) {
        List<Clause> clauses = new ArrayList<>();
        Matcher piece = PIECE.matcher(typed);
        while (piece.find()) {
            boolean phrase = piece.group(1) != null;
            String text = phrase ? piece.group(1) : piece.group();
            boolean last = typed.substring(piece.end()).isBlank();
            List<Word> words = Words.of(text);
            if (!words.isEmpty()) {
                clauses.add(Clause.of(words, !phrase && (last || text.endsWith("*")), phrase));
            }
        }
        return clauses;
    }

    /** Whether no message can have it. */
    boolean impossible() {
        return typed && clauses.isEmpty();
    }

    /**
     * Where the texts of a message have it.
     *
     * @param texts the words of each text
     * @return the places in the texts, one list for each text; {@code null} if something is missing
     */
    List<List<Clause.Range>> in(List<List<Word>> texts) {
        List<List<Clause.Range>> places = new ArrayList<>();
        texts.forEach(text -> places.add(new ArrayList<>()));
        for (Clause clause : clauses) {
            boolean found = false;
            for (int i = 0; i < texts.size(); i++) {
                found |= places.get(i).addAll(clause.in(texts.get(i)));
            }
            if (!found) {
                return null;
            }
        }
        return places;
    }
}
