package org.parley.roomfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.problems.Refusal;

class StoringAsideTest {
    private final StoringAside aside = new StoringAside(work -> new Thread(work).start());
    private final List<Integer> stored = Collections.synchronizedList(new ArrayList<>());

    @Test
    void pieces_are_stored_one_after_the_other_and_nobody_waits_for_the_first() {
        CountDownLatch begun = new CountDownLatch(1);
        aside.store(() -> {
            await(begun);
            stored.add(1);
        });
        begun.countDown();
        IntStream.rangeClosed(2, 20).forEach(i -> aside.store(() -> stored.add(i)));
        aside.finish();
        assertEquals(IntStream.rangeClosed(1, 20).boxed().toList(), stored);
    }

    @Test
    void what_goes_wrong_with_a_piece_is_thrown_unchanged_and_the_next_one_is_not_stored() {
        Refusal wrong = Trouble.in("log.ndjson: a sender has used a clientId twice");
        aside.store(() -> {
            throw wrong;
        });
        assertSame(wrong, assertThrows(Refusal.class, () -> aside.store(() -> stored.add(2))));
        assertSame(wrong, assertThrows(Refusal.class, aside::finish));
        assertEquals(List.of(), stored);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
