package org.parley.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.problems.Refusal;

/** What a search means, without an index. {@code IndexTest} shows that the index finds the same. */
class WantedTest {
    @Test
    void every_word_must_be_there_in_any_order() {
        assertTrue(finds("tea green", "Green TEA today"));
        assertFalse(finds("tea green", "green only"));
    }

    @Test
    void words_in_quotes_stand_in_this_order() {
        assertTrue(finds("\"green tea\"", "some green, tea"));
        assertFalse(finds("\"green tea\"", "tea, green"));
        assertFalse(finds("\"green tea\"", "green or tea"));
        assertFalse(finds("\"green te\"", "green tea"));
        assertTrue(finds("\"green tea", "some green tea"), "a quote that is not closed goes to the end");
        assertTrue(finds("„green tea“", "some green tea"));
    }

    @Test
    void the_last_word_and_a_word_with_a_star_find_longer_ones() {
        assertTrue(finds("deploy", "the deployment"));
        assertFalse(finds("deploy now", "the deployment is now"));
        assertTrue(finds("deploy* now", "the deployment is now"));
    }

    @Test
    void a_word_of_five_letters_may_have_one_mistake() {
        for (String mistaken : List.of("hosue", "huse", "housse", "mouse", "hause")) {
            assertTrue(finds("house", "a " + mistaken), mistaken);
        }
        assertFalse(finds("house", "a hoses"));
        assertFalse(finds("\"house\"", "a mouse"), "not in a phrase");
        assertFalse(finds("tree", "a free"), "too short");
        assertFalse(finds("12345", "12346"), "no number");
    }

    @Test
    void a_word_with_a_hyphen_is_found_both_ways() {
        assertTrue(finds("email", "an e-mail"));
        assertTrue(finds("e-mail", "an email"));
        assertTrue(finds("e-mail", "an e mail"));
        assertFalse(finds("e-mail", "a mail, e"));
        assertTrue(finds("e-ma", "e-mails"));
    }

    @Test
    void any_part_of_a_text_without_spaces_is_found() {
        assertTrue(finds("文字", "中文字符"));
        assertTrue(finds("字", "中文字符"));
        assertTrue(finds("中文字", "中文字符"));
        assertFalse(finds("中字", "中文字符"));
        assertTrue(finds("국어", "한국어를"));
        assertTrue(finds("タカ", "カタカナ"));
    }

    @Test
    void without_a_word_nothing_is_found() {
        assertTrue(Wanted.of("q", "!!! ...").impossible());
        assertFalse(Wanted.of("q", "  ").impossible());
        assertFalse(Wanted.of("q", null).typed());
    }

    @Test
    void a_search_is_bounded() {
        Wanted.of("q", "a ".repeat(20));
        assertThrows(Refusal.class, () -> Wanted.of("q", "a ".repeat(21)));
        Wanted.of("q", "x".repeat(256));
        assertThrows(Refusal.class, () -> Wanted.of("q", "x".repeat(257)));
    }

    @Test
    void the_places_are_those_in_the_text() {
        assertEquals(
                List.of(new Clause.Range(4, 8), new Clause.Range(13, 23)),
                places("cafe besuch", "Ein Café zum Besuchsort"));
        assertEquals(List.of(new Clause.Range(2, 11)), places("\"green tea\"", "a green tea"));
    }

    private static boolean finds(String wanted, String text) {
        return Wanted.of("q", wanted).in(List.of(Words.of(text))) != null;
    }

    private static List<Clause.Range> places(String wanted, String text) {
        return Wanted.of("q", wanted).in(List.of(Words.of(text))).get(0);
    }
}
