package org.parley.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.problems.Refusal;

/** An emoji is one sequence that Unicode recommends, with its variation selectors. */
class EmojiTest {
    private static final String SELECTOR = "\uFE0F";
    private static final String JOINER = "\u200D";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "👍",
                "👍🏽",
                "🇩🇪",
                "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F",
                "1\uFE0F\u20E3",
                "#\uFE0F\u20E3",
                "❤\uFE0F",
                "👩🏽\u200D❤\uFE0F\u200D💋\u200D👨🏿",
                "🐦\u200D🔥"
            })
    void one_emoji_stays_as_it_is(String emoji) {
        assertEquals(emoji, Emoji.of(emoji));
    }

    @Test
    void missing_variation_selectors_are_added() {
        assertEquals("❤" + SELECTOR, Emoji.of("❤"));
        assertEquals("1" + SELECTOR + "\u20E3", Emoji.of("1\u20E3"));
        assertEquals("🏳" + SELECTOR + JOINER + "🌈", Emoji.of("🏳" + JOINER + "🌈"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "1", "👍👍", " 👍", "👍\u200D", "\uFE0F", "\uD83D", "🇩", ":thumbsup:", "<b>", "🏽👍"})
    void anything_else_is_refused(String typed) {
        assertThrows(Refusal.class, () -> Emoji.of(typed));
    }
}
