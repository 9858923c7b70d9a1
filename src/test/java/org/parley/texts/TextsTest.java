package org.parley.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

class TextsTest {
    @Test
    void a_text_is_kept_as_typed_but_for_normal_form_line_ends_and_outer_white_space() {
        assertEquals("é  x\n\n y\tz", Texts.free("topic", "\u00A0 \n e\u0301  x\r\n\r y\tz \u3000\n", Texts.NOTE));
    }

    @Test
    void joiners_and_emoji_are_text_like_any_other() {
        assertEquals("👩\u200D🚀 \u202Bש", Texts.free("bio", "👩\u200D🚀 \u202Bש", Texts.NOTE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000", "a\uD800b", "\uDC00", "a\u0007", "\u000Ba", "a\u007F", "a\u0085"})
    void nul_lone_surrogates_and_control_characters_are_refused(String typed) {
        Refusal refusal = assertThrows(Refusal.class, () -> Texts.free("topic", typed, Texts.NOTE));
        assertEquals(Code.INVALID_REQUEST, refusal.code());
        assertEquals("topic", refusal.errors().get(0).field());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\u202Eb", "\u2066a", "a\u200B", "a\u200F", "a\u00ADb", "\uFEFFa", "a\u3164", "a\uDB40\uDC41"})
    void a_display_name_has_nothing_that_nobody_sees(String typed) {
        Refusal refusal = assertThrows(Refusal.class, () -> Texts.displayName("displayName", typed));
        assertEquals(Code.INVALID_REQUEST, refusal.code());
        assertEquals("displayName", refusal.errors().get(0).field());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ann  B", "علی\u200Cرضا", "क्\u200Dष", "👩\u200D🚀", "❤\uFE0F", "Ann\nB"})
    void a_display_name_may_be_of_any_script_and_of_emoji(String typed) {
        assertEquals(typed, Texts.displayName("displayName", typed));
    }

    @Test
    void the_limit_counts_code_points_of_what_is_stored() {
        assertEquals("😀".repeat(500), Texts.free("bio", " " + "😀".repeat(500) + " ", Texts.NOTE));
        assertEquals("é".repeat(500), Texts.free("bio", "e\u0301".repeat(500), Texts.NOTE));
        assertThrows(Refusal.class, () -> Texts.free("bio", "😀".repeat(501), Texts.NOTE));
    }

    @Test
    void a_body_has_1_to_8000_code_points() {
        assertEquals("x", Texts.body("body", " x "));
        assertEquals("😀".repeat(8000), Texts.body("body", "😀".repeat(8000)));
        assertThrows(Refusal.class, () -> Texts.body("body", "x".repeat(8001)));
        assertThrows(Refusal.class, () -> Texts.body("body", " \n "));
        assertThrows(Refusal.class, () -> Texts.body("body", null));
    }

    @Test
    void a_password_has_8_to_128_characters_and_keeps_its_blanks() {
        assertEquals(" 234567 ", Texts.password("password", " 234567 "));
        assertEquals("😀".repeat(128), Texts.password("password", "😀".repeat(128)));
        assertThrows(Refusal.class, () -> Texts.password("password", "1234567"));
        assertThrows(Refusal.class, () -> Texts.password("password", "x".repeat(129)));
        assertThrows(Refusal.class, () -> Texts.password("password", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tiếng Việt",
                "हिन्दी में क्षत्रिय",
                "בְּרֵאשִׁית",
                "Z\u0335\u0321\u0322a\u0300\u0301\u0302",
                "👨\u200D👩\u200D👧"
            })
    void people_write_with_marks(String typed) {
        assertEquals(Normalizer.normalize(typed, Normalizer.Form.NFC), Texts.body("body", typed));
    }

    @Test
    void a_letter_has_at_most_30_marks() {
        Texts.body("body", ("a" + "\u0323".repeat(30)).repeat(9));
        Texts.password("password", "password" + "\u0323".repeat(30));
        assertThrows(Refusal.class, () -> Texts.body("body", "a" + "\u0323".repeat(31)));
        assertThrows(Refusal.class, () -> Texts.body("body", "\u00E9" + "\u0323".repeat(30)));
        assertThrows(Refusal.class, () -> Texts.password("password", "password" + "\u0323".repeat(31)));
    }

    @Test
    void what_is_four_times_too_long_is_refused_even_if_it_is_blank() {
        assertEquals("", Texts.free("bio", " ".repeat(2000), Texts.NOTE));
        assertThrows(Refusal.class, () -> Texts.free("bio", " ".repeat(2001), Texts.NOTE));
    }
}
