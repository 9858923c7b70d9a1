package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.websocket.SendResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** A strand on a pool that runs a turn when the test says so. */
class StrandTest {
    private final Queue<Runnable> pool = new ArrayDeque<>();
    private final Strand strand = new Strand(pool::add);
    private final List<String> done = new ArrayList<>();
    private final Outbox outbox = new Outbox(
            (frame, end) -> {
                done.add("sent " + frame.text());
                end.onResult(new SendResult());
            },
            pool::add,
            reason -> {});

    @Test
    void tasks_are_one_turn_and_run_in_their_order() {
        does("one");
        does("two");
        assertEquals(1, pool.size());
        turn();
        assertEquals(List.of("one", "two"), done);
        assertTrue(pool.isEmpty());
    }

    @Test
    void what_comes_after_a_turn_begins_another() {
        does("one");
        turn();
        does("two");
        assertEquals(1, pool.size());
        turn();
        assertEquals(List.of("one", "two"), done);
    }

    @Test
    void a_task_may_add_one_which_runs_behind_those_that_wait() {
        strand.execute(() -> {
            does("three");
            done.add("one");
        });
        does("two");
        turn();
        assertEquals(List.of("one", "two", "three"), done);
        assertTrue(pool.isEmpty());
    }

    @Test
    void what_a_turn_fills_is_sent_as_one_at_its_end() {
        fills("a");
        does("between");
        fills("b");
        turn();
        assertEquals(List.of("between", "sent [a,b]"), done);
    }

    @Test
    void a_task_that_ends_the_turn_has_it_sent_before_the_next() {
        fills("a");
        strand.execute(strand::endTurn);
        fills("b");
        turn();
        assertEquals(List.of("sent a"), done);
        turn();
        assertEquals(List.of("sent a", "sent b"), done);
        assertTrue(pool.isEmpty());
    }

    @Test
    void a_long_turn_lets_other_rooms_have_theirs() {
        for (int i = 1; i <= 65; i++) {
            does("task " + i);
        }
        pool.add(() -> done.add("another room"));
        turn();
        assertEquals("task 64", done.get(done.size() - 1));
        turn();
        turn();
        assertEquals(List.of("another room", "task 65"), done.subList(64, done.size()));
    }

    @Test
    void a_task_that_fails_costs_no_other() {
        fills("a");
        strand.execute(() -> {
            throw new IllegalStateException("expected by the test");
        });
        strand.execute(() -> {
            throw new StackOverflowError("expected by the test");
        });
        does("after");
        turn();
        assertEquals(List.of("after", "sent a"), done);
        does("later");
        turn();
        assertEquals("later", done.get(2));
    }

    private void does(String what) {
        strand.execute(() -> done.add(what));
    }

    private void fills(String text) {
        strand.execute(() -> {
            outbox.add(Encoded.one("test", text.getBytes(StandardCharsets.UTF_8)));
            strand.touch(outbox);
        });
    }

    /** The pool has a thread for one more task. */
    private void turn() {
        pool.remove().run();
    }
}
