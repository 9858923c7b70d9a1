package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.parley.problems.LastingFailure;

/** The test acts as the timer. */
class GatheredNewsTest {
    private static final System.Logger LOG = System.getLogger(GatheredNewsTest.class.getName());

    private final List<Map<Long, String>> told = new ArrayList<>();
    private Consumer<Map<Long, String>> teller = told::add;
    private final GatheredNews<String> news = new GatheredNews<>(
            new LastingFailure(LOG, "news"), 2, (earlier, later) -> earlier + later, all -> teller.accept(all));

    @Test
    void news_about_one_subject_is_merged_and_told_once() {
        news.add(7, "a");
        news.add(7, "b");
        news.add(8, "c");
        news.tell();
        news.tell();
        assertEquals(List.of(Map.of(7L, "ab", 8L, "c")), told);
    }

    @Test
    void many_subjects_are_told_in_parts() {
        LongStream.rangeClosed(1, 5).forEach(subject -> news.add(subject, "a"));
        news.tell();
        assertEquals(List.of(2, 2, 1), told.stream().map(Map::size).toList());
    }

    @Test
    void news_that_could_not_be_told_is_told_later_with_what_came_meanwhile() {
        news.add(7, "a");
        teller = all -> {
            news.add(7, "b");
            throw new IllegalStateException("no database");
        };
        news.tell();
        teller = told::add;
        news.tell();
        assertEquals(List.of(Map.of(7L, "ab")), told);
    }

    @Test
    void a_failure_holds_up_only_its_own_part() {
        LongStream.rangeClosed(1, 4).forEach(subject -> news.add(subject, "a"));
        teller = all -> {
            if (all.containsKey(1L)) {
                throw new StackOverflowError();
            }
            told.add(all);
        };
        news.tell();
        assertEquals(1, told.size());
        teller = told::add;
        news.tell();
        assertEquals(
                Map.of(1L, "a", 2L, "a", 3L, "a", 4L, "a"),
                told.stream()
                        .flatMap(part -> part.entrySet().stream())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Test
    void news_that_comes_while_it_is_told_is_told_next_time() {
        news.add(7, "a");
        teller = all -> {
            told.add(all);
            teller = told::add;
            news.add(7, "b");
        };
        news.tell();
        news.tell();
        assertEquals(List.of(Map.of(7L, "a"), Map.of(7L, "b")), told);
    }

    @Test
    void nothing_is_told_about_a_subject_after_its_end() {
        news.add(7, "a");
        news.end(7, () -> told.add(Map.of(7L, "end")));
        news.tell();
        assertEquals(List.of(Map.of(7L, "end")), told);
    }
}
