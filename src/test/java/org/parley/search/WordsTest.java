package org.parley.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void letters_that_are_not_folded_are_those_that_folding_leaves() {
        for (char letter = 0x80; letter < Character.MAX_VALUE; letter++) {
            if (Folding.stays(letter)) {
                assertEquals("к" + letter + "中", Folding.folded("к" + letter + "中"));
            }
        }
    }

    @Test
    void case_accents_and_width_make_no_difference() {
        assertEquals(List.of("creme", "brulee"), terms("Crème BRÛLÉE"));
        assertEquals(List.of("strasse", "lodz", "smorrebrod"), terms("Straße Łódź smørrebrød"));
        assertEquals(List.of("αθηνα", "еж"), terms("Αθήνα ёж"));
        assertEquals(List.of("wide", "123"), terms("ｗｉｄｅ １２３"));
        assertEquals(terms("e\u0301te"), terms("\u00e9te"));
    }

    @Test
    void signs_that_are_letters_of_their_own_stay() {
        assertEquals(List.of("हिन्दी"), terms("हिन्दी"));
        assertTrue(terms("がか").contains("が"));
        assertTrue(terms("がか").contains("か"));
    }

    @Test
    void marks_of_markdown_and_other_signs_are_no_words() {
        assertEquals(List.of("bold", "code"), terms("**bold** `code` --- !?"));
    }

    @Test
    void a_word_with_hyphens_is_its_parts_and_the_whole() {
        assertEquals(List.of("e", "email", "mail"), terms("E-mail"));
        assertEquals(
                List.of("well", "wellknown", "wellknownfact", "known", "knownfact", "fact"), terms("well-known-fact"));
        assertEquals(List.of("don", "dont", "t"), terms("don’t"));
        assertEquals(List.of("report", "reportpdf", "pdf"), terms("report.pdf"));
        assertEquals(List.of("snake", "snakecase", "case"), terms("snake_case"));
    }

    @Test
    void numbers_are_not_joined_and_very_long_chains_neither() {
        assertEquals(List.of("3", "14"), terms("3.14"));
        assertEquals(List.of("2026", "11", "30"), terms("2026-11-30"));
        assertTrue(terms("a-b-c-d-e-f-g").stream().allMatch(term -> term.length() <= 2));
    }

    @Test
    void letters_of_scripts_without_spaces_are_found_alone_and_in_pairs() {
        assertEquals(List.of("中", "中文", "文", "文字", "字"), terms("中文字"));
        assertEquals(List.of("한", "한국", "국", "국어", "어"), terms("한국어"));
        assertEquals(List.of("カ", "カナ", "ナ"), terms("ｶﾅ"));
    }

    @Test
    void a_word_knows_its_place_in_the_text() {
        List<Word> words = Words.of("Ein Café-Besuch");
        assertEquals(new Word("cafe", 4, 8, 1, Word.Kind.WORD), words.get(1));
        assertEquals(new Word("cafebesuch", 4, 15, 1, Word.Kind.JOINED), words.get(2));
        assertEquals(new Word("besuch", 9, 15, 2, Word.Kind.WORD), words.get(3));
    }

    @Test
    void emoji_are_words() {
        assertEquals(List.of("👍", "done"), terms("👍 done"));
    }

    @Test
    void of_a_long_word_the_beginning_counts_and_all_of_it_is_marked() {
        String beginning = "0123456789".repeat(4);
        assertEquals(List.of(beginning), terms(beginning + "tail"));
        assertEquals(
                new Word(beginning, 0, 44, 0, Word.Kind.WORD),
                Words.of(beginning + "tail").get(0));
        String letters = "a".repeat(39);
        assertEquals(List.of(letters), terms(letters + "𐐨"), "no letter is cut in two");
        assertTrue(terms("a".repeat(30) + "-" + "b".repeat(30)).stream().allMatch(term -> term.length() <= 40));
    }

    private static List<String> terms(String text) {
        return Words.of(text).stream().map(Word::term).toList();
    }
}
