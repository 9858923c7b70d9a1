package org.parley.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.Normalizer2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

class NamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"ann", "Ann-Marie", "x.y_z", "42", "Jürgen", "明日", "हिन्दी", "สวัสดี", "Ωmega", "𐐀𐐁", "שלום"})
    void letters_digits_and_their_marks_of_any_script_make_a_name(String typed) {
        assertEquals(typed, Names.username("username", typed).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                " ann",
                "ann\n",
                "ann/bob",
                "ann@home",
                "~7f3k",
                "a\u200Bnn",
                "a\u200Dnn",
                "\u202Eann",
                "a\u2066nn",
                "a\u034Fnn",
                "an\uFE0Fn",
                "\u3164\u3164a",
                "a\u115F",
                "a\u00ADnn",
                "ann\u0000",
                "an\uD800n",
                "\u0301ann",
                "-\u0301ann",
                "ann\uE000",
                "a\uD83D\uDE00b",
                "\u2800\u2800",
                "a\u20DDn",
                "ann\u0378"
            })
    void everything_else_is_refused_and_nothing_invisible_passes(String typed) {
        assertEquals(Code.INVALID_REQUEST, refusedUsername(typed).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--", "._.", "__"})
    void a_name_has_a_letter_or_a_digit(String typed) {
        assertEquals(
                "must have a letter or a digit",
                refusedUsername(typed).errors().get(0).message());
    }

    @Test
    void a_username_has_2_to_32_characters() {
        assertEquals(
                "𐐀".repeat(32), Names.username("username", "𐐀".repeat(32)).text());
        assertEquals("ab", Names.username("username", "ab").text());
        assertEquals(
                "must have 2 to 32 characters",
                refusedUsername("a").errors().get(0).message());
        assertEquals(Code.INVALID_REQUEST, refusedUsername("𐐀".repeat(33)).code());
        assertEquals(Code.INVALID_REQUEST, refusedUsername("a".repeat(100_000)).code());
        assertEquals(Code.INVALID_REQUEST, refusedUsername("").code());
    }

    @Test
    void a_room_name_has_1_to_50_characters() {
        assertEquals("r", Names.room("name", "r").text());
        assertEquals("r".repeat(50), Names.room("name", "r".repeat(50)).text());
        assertThrows(Refusal.class, () -> Names.room("name", "r".repeat(51)));
        assertThrows(Refusal.class, () -> Names.room("name", ""));
    }

    @Test
    void a_name_that_is_missing_must_be_given() {
        Refusal refusal = refusedUsername(null);
        assertEquals("username", refusal.errors().get(0).field());
        assertEquals("must be given", refusal.errors().get(0).message());
    }

    @Test
    void a_name_is_shown_as_typed_but_in_normal_form() {
        assertEquals("Ann", Names.username("username", "Ａｎｎ").text());
        assertEquals(
                "Jose\u0301".replace("e\u0301", "é"),
                Names.username("username", "Jose\u0301").text());
    }

    @ParameterizedTest
    @CsvSource({"Ann,ann", "ＡＮＮ,ann", "STRASSE,straße", "Σίσυφος,ΣΊΣΥΦΟΣ"})
    void case_and_width_do_not_tell_names_apart(String one, String other) {
        assertEquals(Names.folded(one), Names.folded(other));
        assertEquals(Names.username("username", one).folded(), Names.folded(other));
    }

    @ParameterizedTest
    @CsvSource({
        "ann,аnn",
        "ANN,ann",
        "tom,ТОМ",
        "TOM,tоm",
        "ann,ΑΝΝ",
        "paypal,paypaI",
        "paypal,paypa1",
        "modern,modem",
        "bob,b0b",
        "scope,ѕсоре",
        "jose,josе"
    })
    void names_that_look_alike_have_one_skeleton(String one, String other) {
        assertEquals(skeleton(one), skeleton(other));
    }

    @ParameterizedTest
    @CsvSource({"ann,anna", "neil,nell", "ann,ànn", "a.b,a-b", "tim,tom"})
    void names_that_do_not_look_alike_have_two(String one, String other) {
        assertNotEquals(skeleton(one), skeleton(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "me",
                "System",
                "DELETED",
                "admin",
                "аdmin",
                "adrnin",
                "ADMІN",
                "all",
                "aII",
                "here",
                "everyone",
                "r00m"
            })
    void nobodys_names_are_taken(String typed) {
        assertEquals(Code.USERNAME_TAKEN, refusedUsername(typed).code());
        assertEquals(
                Code.ROOM_NAME_TAKEN,
                assertThrows(Refusal.class, () -> Names.room("name", typed)).code());
    }

    @Test
    void a_name_that_only_begins_like_a_reserved_one_is_free() {
        assertEquals("ali", Names.username("username", "ali").text());
        assertEquals("admins", Names.username("username", "admins").text());
        assertEquals("main", Names.room("name", "main").text());
    }

    @Test
    void a_look_up_of_anything_typed_finds_nothing_rather_than_fail() {
        assertEquals("", Names.folded(null));
        assertEquals("", Names.folded("a".repeat(100_000)));
        assertNotEquals("ann", Names.folded("a\u200Bnn"));
        assertNotEquals("ann", Names.folded(" ann"));
        assertEquals("\uD800", Names.folded("\uD800"));
    }

    @Test
    void every_letter_fits_the_columns_however_it_is_folded() {
        for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
            String letter = Character.toString(character);
            if (!Normalizer2.getNFKCInstance().isNormalized(letter) || !Character.isLetterOrDigit(character)) {
                continue;
            }
            Name name = room(letter);
            if (name != null) {
                assertTrue(name.folded().length() <= 8, letter);
                assertTrue(name.skeleton().length() <= 14, letter);
            }
        }
    }

    private static Name room(String typed) {
        try {
            return Names.room("name", typed);
        } catch (Refusal invisible) {
            return null;
        }
    }

    private static Refusal refusedUsername(String typed) {
        return assertThrows(Refusal.class, () -> Names.username("username", typed));
    }

    private static String skeleton(String typed) {
        return Names.username("username", typed).skeleton();
    }
}
