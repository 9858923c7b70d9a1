package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.problems.LastingFailure;
import org.parley.system.Threads;

class HintingTest {
    private static final System.Logger LOG = System.getLogger(HintingTest.class.getName());

    private final ExecutorService pool = new Threads() {
        @Override
        public Thread thread(String name, Runnable work) {
            return new Thread(work, name);
        }
    }.pool("hints", 1, 3);

    private final List<String> told = new ArrayList<>();
    private final Hinting hints = new Hinting(pool, new LastingFailure(LOG, "hints"));

    @AfterEach
    void end() {
        pool.shutdownNow();
    }

    @Test
    void what_is_too_much_is_left_out_and_what_waits_is_told() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        hints.execute(() -> {
            begun.countDown();
            await(slow);
        });
        assertTrue(begun.await(30, TimeUnit.SECONDS));
        for (int i = 1; i <= 100; i++) {
            String hint = "hint " + i;
            hints.execute(() -> told.add(hint));
        }
        slow.countDown();
        finish();
        assertEquals(List.of("hint 1", "hint 2", "hint 3"), told);
    }

    @Test
    void after_a_failure_it_goes_on() throws Exception {
        hints.execute(() -> {
            throw new IllegalStateException("no database");
        });
        hints.execute(() -> {
            throw new StackOverflowError();
        });
        hints.execute(() -> told.add("next"));
        finish();
        assertEquals(List.of("next"), told);
    }

    @Test
    void after_its_end_nothing_is_told_and_nobody_fails() throws Exception {
        finish();
        hints.execute(() -> told.add("late"));
        assertEquals(List.of(), told);
    }

    private void finish() throws InterruptedException {
        hints.stop();
        pool.awaitTermination(1, TimeUnit.MINUTES);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
