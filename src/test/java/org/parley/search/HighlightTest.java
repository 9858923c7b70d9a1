package org.parley.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HighlightTest {
    @Test
    void a_short_text_is_shown_whole_in_one_line() {
        Highlight shown = Highlight.of("green\ntea", List.of(new Clause.Range(6, 9)));
        assertEquals("green tea", shown.text());
        assertEquals(List.of(new Clause.Range(6, 9)), shown.ranges());
    }

    @Test
    void of_a_long_text_the_part_with_the_first_place_is_shown() {
        String text = "😀 word ".repeat(100) + "needle" + " other".repeat(100) + " needle";
        int first = text.indexOf("needle");
        Highlight shown = Highlight.of(text, places(first, first + 6, text.length() - 6, text.length()));
        assertTrue(shown.text().codePointCount(0, shown.text().length()) <= 200);
        assertEquals(List.of("needle"), marked(shown));
        assertTrue(shown.text().startsWith("…") && shown.text().endsWith("…"));
    }

    @Test
    void at_the_end_of_a_text_as_much_is_shown() {
        String text = "word ".repeat(100) + "needle";
        Highlight shown = Highlight.of(text, places(text.length() - 6, text.length()));
        assertEquals(List.of("needle"), marked(shown));
        assertTrue(shown.text().length() > 150 && shown.text().endsWith("needle"));
    }

    @Test
    void without_a_place_the_beginning_is_shown() {
        Highlight shown = Highlight.of("x".repeat(300), List.of());
        assertEquals("x".repeat(199) + "…", shown.text());
        assertEquals(List.of(), shown.ranges());
    }

    @Test
    void places_that_touch_are_one() {
        Highlight shown = Highlight.of("中文字符", places(2, 4, 0, 2, 1, 3));
        assertEquals(List.of(new Clause.Range(0, 4)), shown.ranges());
    }

    private static List<Clause.Range> places(int... ends) {
        return IntStream.range(0, ends.length / 2)
                .mapToObj(i -> new Clause.Range(ends[2 * i], ends[2 * i + 1]))
                .toList();
    }

    private static List<String> marked(Highlight shown) {
        return shown.ranges().stream()
                .map(range -> shown.text().substring(range.start(), range.end()))
                .toList();
    }
}
