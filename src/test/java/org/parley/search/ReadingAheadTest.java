package org.parley.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.messages.Logged;

class ReadingAheadTest {
    private static final long ROOM = 1;
    private static final int PAGE = 200;

    private final Talk talk = new Talk();
    private final List<String> asked = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private final ReadingAhead reading = new ReadingAhead(this::read, talk::head, waiting::add);

    private List<Logged> read(long room, long first, long last) {
        asked.add(first + "-" + last);
        return talk.log().range(room, first, last);
    }

    private void written(int count) {
        for (int i = 0; i < count; i++) {
            talk.write(ROOM, talk.entry(ROOM, "tea"));
        }
    }

    @Test
    void the_next_page_is_read_meanwhile_but_not_beyond_the_head() {
        written(PAGE + 50);
        assertEquals(PAGE, reading.range(ROOM, 1, PAGE).size());
        waiting.remove(0).run();
        assertEquals(List.of("1-200", "201-250"), asked);
        written(PAGE);
        assertEquals(50, reading.range(ROOM, PAGE + 1, 2 * PAGE).size());
        assertEquals(List.of("1-200", "201-250"), asked);
        assertEquals(List.of(), waiting);
    }

    @Test
    void who_goes_on_elsewhere_gets_what_was_asked_for() {
        written(2 * PAGE);
        reading.range(ROOM, 1, PAGE);
        waiting.remove(0).run();
        assertEquals(100, reading.range(ROOM, 100, 199).get(0).seq());
        waiting.remove(0).run();
        assertEquals(10, reading.range(ROOM, PAGE, PAGE + 9).size());
    }

    @Test
    void less_than_was_read_is_given_if_less_is_asked_for() {
        written(2 * PAGE);
        reading.range(ROOM, 1, PAGE);
        waiting.remove(0).run();
        assertEquals(7, reading.range(ROOM, PAGE + 1, PAGE + 7).size());
    }

    @Test
    void a_page_that_could_not_be_read_early_is_read_again() {
        written(2 * PAGE);
        reading.range(ROOM, 1, PAGE);
        talk.away = true;
        waiting.remove(0).run();
        talk.away = false;
        assertEquals(PAGE, reading.range(ROOM, PAGE + 1, 2 * PAGE).size());
    }
}
