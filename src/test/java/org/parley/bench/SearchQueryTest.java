package org.parley.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SearchQueryTest {
    private static final int MESSAGES = 300;

    private final Chatter chatter = new Chatter(1);
    private final SplittableRandom random = new SplittableRandom(2);
    private final String all = String.join(
            "\n", LongStream.range(0, MESSAGES).mapToObj(chatter::message).toList());

    @Test
    void what_is_looked_for_was_said() {
        for (SearchQuery kind :
                List.of(SearchQuery.WORD, SearchQuery.BEGINNING, SearchQuery.PART, SearchQuery.FILTERED)) {
            each(kind, all::contains);
        }
        each(SearchQuery.WORDS, words -> List.of(words.split(" ")).stream().allMatch(all::contains));
    }

    @Test
    void a_phrase_is_quoted_and_has_two_words_or_three() {
        each(SearchQuery.PHRASE, words -> words.matches("\"\\S+( \\S+){1,2}\""));
    }

    @Test
    void a_typo_changes_a_long_word_by_one_letter() {
        each(SearchQuery.TYPO, word -> word.matches("\\p{L}{4,}"));
        long right = IntStream.range(0, MESSAGES)
                .filter(i -> all.contains(SearchQuery.TYPO.words(chatter, MESSAGES, random)))
                .count();
        assertTrue(right < MESSAGES / 3, right + " have no mistake, or are a part of another word");
    }

    @Test
    void parts_are_of_texts_without_spaces() {
        each(SearchQuery.PART, words -> words.length() >= 2 && words.length() <= 4);
    }

    @Test
    void the_parameters_can_stand_in_an_address() {
        List<String> filters = List.of("has=link");
        for (SearchQuery kind : SearchQuery.values()) {
            for (int i = 0; i < MESSAGES; i++) {
                String parameters = kind.parameters(chatter, MESSAGES, random, filters);
                assertTrue(parameters.matches("q=[\\w%.*+-]+(&has=link)?(&sort=best)?"), parameters);
                assertEquals(kind == SearchQuery.FILTERED, parameters.contains("has=link"));
            }
        }
    }

    private void each(SearchQuery kind, Predicate<String> right) {
        for (int i = 0; i < MESSAGES; i++) {
            String words = kind.words(chatter, MESSAGES, random);
            assertTrue(right.test(words), () -> kind + ": " + words);
        }
    }
}
