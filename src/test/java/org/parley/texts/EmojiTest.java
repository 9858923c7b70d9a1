package org.parley.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    /** The page offers them in their stored form: else the same reaction would count twice. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void what_the_page_offers_stays_as_it_is(String language) throws IOException {
        List<String> rows =
                Files.readAllLines(Path.of("src/main/webapp/app/components/emoji/data." + language + ".js"));
        int offered = 0;
        for (String row : rows) {
            if (row.startsWith("  [")) {
                JsonNode parts = new ObjectMapper().readTree(row);
                assertEquals(parts.get(0).asText(), Emoji.of(parts.get(0).asText()));
                parts.get(5).forEach(toned -> assertEquals(toned.asText(), Emoji.of(toned.asText())));
                offered++;
            }
        }
        assertTrue(offered > 1900, "only " + offered);
    }
}
