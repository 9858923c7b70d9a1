package org.parley.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortionTest {
    private static final String LONG = "x".repeat(1000);

    @Test
    void short_texts_fit_all() {
        List<Item> texts = items("a", "b", "c");
        assertEquals(texts, Portion.first(texts, Portion.MOST_OCTETS));
        assertEquals(texts, Portion.last(texts, Portion.MOST_OCTETS));
    }

    @Test
    void long_texts_are_cut_at_the_other_end() {
        List<Item> texts = items("a" + LONG, "b" + LONG, "c" + LONG, "d" + LONG);
        assertEquals(texts.subList(0, 2), Portion.first(texts, 3000));
        assertEquals(texts.subList(2, 4), Portion.last(texts, 3000));
    }

    @Test
    void of_long_texts_no_more_are_read_than_fit_and_of_short_ones_all_in_few_runs() {
        assertEquals(List.of(50), runs(50, 1000, "a"));
        assertEquals(List.of(50, 100, 50), runs(200, 1000, "a"));
        assertEquals(List.of(50, 100), runs(200, 60, "a"));
        assertEquals(List.of(50), runs(200, 1000, "a".repeat(30_000)));
    }

    /** How many items each run asks for, if there are so many with this text. */
    private static List<Integer> runs(int limit, int existing, String text) {
        List<Integer> runs = new ArrayList<>();
        Portion.<Item>read(limit, (read, size) -> {
            runs.add(size);
            return Collections.nCopies(Math.min(size, existing - read.size()), new Item(text, 0));
        });
        return runs;
    }

    @Test
    void one_fits_however_long_it_is() {
        List<Item> texts = items(LONG, LONG);
        assertEquals(1, Portion.first(texts, 1).size());
        assertEquals(1, Portion.last(texts, 1).size());
        assertEquals(List.of(), Portion.first(items(), 1));
    }

    @Test
    void files_count_too() {
        List<Item> items = List.of(new Item("a", 1), new Item("b", 1), new Item("c", 0));
        assertEquals(items.subList(0, 1), Portion.first(items, 1500));
        assertEquals(items, Portion.first(items, 3000));
    }

    private record Item(String text, int files) implements Portion.Item {}

    private static List<Item> items(String... texts) {
        return Stream.of(texts).map(text -> new Item(text, 0)).toList();
    }

    @Test
    void what_fills_the_limit_exactly_still_fits() {
        assertEquals(2, Portion.count(List.of(600, 400, 1), Integer::intValue, 1000));
        assertEquals(1, Portion.count(List.of(600, 401), Integer::intValue, 1000));
    }

    @Test
    void octets_are_counted_as_they_are_sent() {
        for (String text : List.of("", "plain", "für", "日本語", "a😀b", "\uFFFD")) {
            assertEquals(text.getBytes(StandardCharsets.UTF_8).length, Portion.octets(text), text);
        }
    }
}
