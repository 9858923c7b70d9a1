package org.parley.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A follower whose turns run when the test says so, of a log that can be out of reach. */
class LogFollowerTest {
    private static final long ROOM = 1;

    private final Queue<Runnable> turns = new ArrayDeque<>();
    private final List<Long> taken = new ArrayList<>();
    private final List<Integer> turnsTaken = new ArrayList<>();
    private final List<String> reads = new ArrayList<>();
    private final Log log = new Log() {
        @Override
        public List<Logged> range(long roomId, long first, long last) {
            if (away) {
                throw new IllegalStateException("out of reach");
            }
            reads.add(first + "-" + last);
            return entries(first, Math.min(last, stored));
        }
    };
    private LogFollower follower = new LogFollower(ROOM, 0, log, turns::add, this::take);
    private boolean away;
    private boolean failing;
    private int length = 1;
    private long stored = Long.MAX_VALUE;

    @Test
    void what_hints_bring_in_order_is_handed_over_without_reading_the_log() {
        grown(1, 2);
        grown(3, 4);
        run();
        assertEquals(numbers(1, 4), taken);
        assertEquals(List.of(4), turnsTaken);
        assertEquals(List.of(), reads);
        assertEquals(4, follower.position());
        assertEquals(0, follower.lag());
    }

    @Test
    void what_no_hint_brought_is_read_before_what_comes_after_it() {
        grown(5, 6);
        run();
        assertEquals(numbers(1, 6), taken);
        assertEquals(List.of("1-4"), reads);
    }

    @Test
    void hints_may_come_late_twice_and_in_any_order() {
        List<Long> firsts = new ArrayList<>(
                LongStream.iterate(1, first -> first + 3).limit(100).boxed().toList());
        firsts.addAll(List.copyOf(firsts.subList(20, 40)));
        Collections.shuffle(firsts, new Random(7));
        for (long first : firsts) {
            grown(first, first + 2);
            run();
        }
        assertEquals(numbers(1, 300), taken);
    }

    @Test
    void a_follower_begins_after_its_position() {
        follower = new LogFollower(ROOM, 10, log, turns::add, this::take);
        follower.grown(new MessagesPosted(ROOM, null, 12, 12, List.of()));
        run();
        assertEquals(numbers(11, 12), taken);
    }

    @Test
    void a_turn_hands_over_two_hundred_entries_and_the_next_turn_goes_on() {
        grown(1, 500);
        run();
        assertEquals(List.of(200, 200, 100), turnsTaken);
        assertEquals(numbers(1, 500), taken);
    }

    @Test
    void a_turn_hands_over_few_long_entries() {
        length = 100_000;
        grown(1, 7);
        run();
        assertEquals(List.of(2, 2, 2, 1), turnsTaken);
    }

    @Test
    void nothing_is_handed_over_beyond_what_hints_named() {
        follower.grown(new MessagesPosted(ROOM, null, 0, 3, List.of()));
        run();
        assertEquals(numbers(1, 3), taken);
        assertEquals(List.of("1-3"), reads);
    }

    @Test
    void what_could_not_be_read_is_read_when_the_follower_tries_again() {
        away = true;
        grown(2, 2);
        assertThrows(IllegalStateException.class, this::run);
        assertEquals(2, follower.lag());
        away = false;
        follower.retry();
        run();
        assertEquals(numbers(1, 2), taken);
        follower.retry();
        assertTrue(turns.isEmpty(), "there is nothing to try again");
    }

    @Test
    void what_the_taker_did_not_reach_is_handed_over_again() {
        failing = true;
        grown(1, 2);
        assertThrows(IllegalStateException.class, this::run);
        assertEquals(1, follower.position());
        failing = false;
        follower.retry();
        run();
        assertEquals(List.of(1L, 2L), taken);
    }

    @Test
    void a_log_whose_rows_are_gone_ends_the_turns() {
        stored = 0;
        follower.grown(new MessagesPosted(ROOM, null, 0, 3, List.of()));
        run();
        assertEquals(List.of(), taken);
        assertTrue(turns.isEmpty());
    }

    @Test
    void many_hints_before_a_turn_are_one_turn() {
        LongStream.rangeClosed(1, 50).forEach(seq -> grown(seq, seq));
        assertEquals(1, turns.size());
        run();
        assertEquals(List.of(50), turnsTaken);
    }

    private void take(List<Logged> entries) {
        turnsTaken.add(entries.size());
        for (Logged entry : entries) {
            taken.add(entry.seq());
            follower.reached(entry.seq());
            if (failing) {
                throw new IllegalStateException("full");
            }
        }
    }

    private void grown(long first, long last) {
        follower.grown(new MessagesPosted(ROOM, null, first - 1, last, entries(first, last)));
    }

    private void run() {
        while (!turns.isEmpty()) {
            turns.remove().run();
        }
    }

    private List<Logged> entries(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .<Logged>mapToObj(seq -> Said.message(ROOM, seq, "x".repeat(length)))
                .toList();
    }

    private static List<Long> numbers(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
