package org.parley.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RotationTest {
    private static final Instant USED = Instant.parse("2026-11-21T09:30:00Z");

    @Test
    void an_unused_token_is_used_for_the_first_time() {
        assertEquals(Rotation.FIRST_USE, Rotation.of(null, false, USED));
    }

    @Test
    void the_predecessor_gets_a_sibling_for_a_minute_while_no_successor_is_used() {
        assertEquals(Rotation.SIBLING, Rotation.of(USED, false, USED.plusSeconds(4)));
        assertEquals(Rotation.SIBLING, Rotation.of(USED, false, USED.plusSeconds(60)));
    }

    @Test
    void after_that_minute_it_is_a_replay() {
        assertEquals(Rotation.REPLAY, Rotation.of(USED, false, USED.plusSeconds(61)));
    }

    @Test
    void once_a_successor_was_used_it_is_a_replay_at_once() {
        assertEquals(Rotation.REPLAY, Rotation.of(USED, true, USED.plusSeconds(4)));
    }
}
