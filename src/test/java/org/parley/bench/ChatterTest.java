package org.parley.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChatterTest {
    private static final int MANY = 5000;

    private final Chatter chatter = new Chatter(1);
    private final List<String> said =
            LongStream.range(0, MANY).mapToObj(chatter::message).toList();

    @Test
    void the_same_seed_says_the_same_and_another_one_does_not() {
        assertEquals(said.get(77), new Chatter(1).message(77));
        assertNotEquals(said.get(77), new Chatter(2).message(77));
        assertTrue(Set.copyOf(said).size() > MANY * .98, "neighbours differ");
    }

    @Test
    void it_speaks_eight_languages_and_each_as_often_as_it_should() {
        assertEquals(100, Tongue.all().stream().mapToInt(Tongue::share).sum());
        Map<String, Long> counts = LongStream.range(0, MANY)
                .mapToObj(chatter::tongue)
                .collect(Collectors.groupingBy(Tongue::name, Collectors.counting()));
        for (Tongue tongue : Tongue.all()) {
            assertEquals(tongue.share() / 100.0, counts.get(tongue.name()) / (double) MANY, .03, tongue.name());
        }
        assertEquals(8, counts.size());
    }

    @Test
    void messages_have_names_links_numbers_and_words_with_hyphens() {
        for (String pattern : List.of(
                "https://\\w+\\.example\\.org/", "@\\p{L}+", "\\d+:\\d\\d", "\\d%", "PR-\\d+", "\\p{L}-\\p{L}", "李娜")) {
            Function<String, Boolean> has = text -> text.matches("(?s).*(" + pattern + ").*");
            assertTrue(said.stream().anyMatch(has::apply), pattern);
        }
    }

    @Test
    void messages_are_as_long_as_people_write_and_their_words_grow_in_number() {
        assertTrue(said.stream().allMatch(text -> text.length() < 8000 && !text.isBlank()));
        double mean = said.stream().mapToInt(String::length).average().orElseThrow();
        assertTrue(mean > 30 && mean < 80, "a mean of " + mean);
        Set<String> first = words(said.subList(0, MANY / 2));
        Set<String> all = words(said);
        assertTrue(all.size() > first.size() * 1.2, first.size() + " and then " + all.size());
    }

    private static Set<String> words(List<String> texts) {
        Set<String> words = new HashSet<>();
        texts.forEach(text -> words.addAll(List.of(text.split("\\s"))));
        return words;
    }
}
