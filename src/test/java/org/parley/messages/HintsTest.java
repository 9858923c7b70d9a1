package org.parley.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HintsTest {
    private final Hints hints = new Hints();

    @Test
    void what_comes_out_of_order_waits_for_what_is_missing() {
        add(3, 4);
        assertEquals(List.of(), after(0, 10));
        assertEquals(2, hints.unknownUpTo(0));
        add(1, 2);
        assertEquals(List.of(1L, 2L, 3L, 4L), after(0, 10));
    }

    @Test
    void a_run_is_no_longer_than_asked_and_goes_on_after_it() {
        add(1, 5);
        assertEquals(List.of(1L, 2L, 3L), after(0, 3));
        assertEquals(List.of(4L, 5L), after(3, 3));
        assertEquals(List.of(), after(5, 3));
        assertEquals(5, hints.head());
    }

    @Test
    void a_head_alone_is_known_without_its_messages() {
        hints.add(new MessagesPosted(1, null, 0, 7, List.of()));
        assertEquals(7, hints.head());
        assertEquals(List.of(), after(0, 10));
        assertEquals(7, hints.unknownUpTo(0));
    }

    @Test
    void a_late_hint_lowers_nothing() {
        add(5, 6);
        add(1, 2);
        assertEquals(6, hints.head());
        assertEquals(List.of(5L, 6L), after(4, 10));
    }

    @Test
    void a_follower_far_behind_takes_no_memory_and_reads_the_rest() {
        LongStream.rangeClosed(1, 5000).forEach(seq -> add(seq, seq));
        assertEquals(2000, after(0, 5000).size());
        assertEquals(5000, hints.head());
        assertEquals(5000, hints.unknownUpTo(2000));
        after(2000, 1);
        add(5001, 5001);
        assertEquals(5000, hints.unknownUpTo(2000));
    }

    @Test
    void long_messages_take_no_more_memory_than_many_short_ones() {
        String body = "x".repeat(1000);
        LongStream.rangeClosed(1, 1500).forEach(seq -> hints.add(hint(seq, body)));
        int known = after(0, 5000).size();
        assertTrue(known > 1000 && known < 1100, known + " are kept");
        assertEquals(1500, hints.unknownUpTo(known));
        hints.forget(known);
        hints.add(hint(1501, body));
        assertEquals(List.of(1501L), after(1500, 10), "there is room again");
    }

    private static MessagesPosted hint(long seq, String body) {
        return new MessagesPosted(1, null, seq - 1, seq, List.of(Said.message(1, seq, body)));
    }

    private List<Long> after(long seq, int most) {
        return hints.after(seq, most).stream().map(Logged::seq).toList();
    }

    private void add(long first, long last) {
        List<Logged> messages = LongStream.rangeClosed(first, last)
                .<Logged>mapToObj(HintsTest::message)
                .toList();
        hints.add(new MessagesPosted(1, null, 0, last, messages));
    }

    private static LoggedMessage message(long seq) {
        return Said.message(1, seq, "x");
    }
}
