package org.parley.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
    private static final UUID SESSION = UUID.randomUUID();

    private Instant now = Instant.parse("2026-11-21T09:30:00Z");
    private final VerifiedTokens tokens = new VerifiedTokens(new Shown());

    @Test
    void each_token_is_remembered_until_it_expires_itself() {
        tokens.add("a", SESSION, now.plusSeconds(1));
        tokens.add("c", SESSION, now.plusSeconds(900));
        assertEquals(Optional.of(SESSION), tokens.find("a"));
        assertEquals(Optional.empty(), tokens.find("b"));
        now = now.plusMillis(999);
        assertEquals(Optional.of(SESSION), tokens.find("a"));
        now = now.plusMillis(1);
        assertEquals(Optional.empty(), tokens.find("a"));
        assertEquals(Optional.of(SESSION), tokens.find("c"));
        now = now.plusSeconds(899);
        assertEquals(Optional.empty(), tokens.find("c"));
    }

    @Test
    void being_asked_for_does_not_make_a_token_live_longer() {
        tokens.add("a", SESSION, now.plusSeconds(2));
        now = now.plusSeconds(1);
        assertEquals(Optional.of(SESSION), tokens.find("a"));
        tokens.add("a", SESSION, now.plusSeconds(1));
        now = now.plusSeconds(1);
        assertEquals(Optional.empty(), tokens.find("a"));
    }

    @Test
    void one_that_has_expired_is_not_remembered() {
        tokens.add("a", SESSION, now);
        tokens.add("b", SESSION, now.minusSeconds(30));
        assertEquals(Optional.empty(), tokens.find("a"));
        assertEquals(Optional.empty(), tokens.find("b"));
        assertEquals(0, tokens.size());
    }

    @Test
    void the_expired_take_no_room() {
        tokens.add("lives", SESSION, now.plusSeconds(900));
        for (int number = 1; number < 1000; number++) {
            tokens.add("old" + number, SESSION, now.plusSeconds(1));
        }
        assertEquals(1000, tokens.size());
        now = now.plusSeconds(5);
        assertEquals(1, tokens.size());
        assertEquals(Optional.of(SESSION), tokens.find("lives"));
    }

    @Test
    void there_are_never_more_than_its_bound_and_most_stay() {
        for (int number = 0; number < VerifiedTokens.MOST + 1000; number++) {
            tokens.add("token" + number, SESSION, now.plusSeconds(900));
        }
        assertEquals(VerifiedTokens.MOST, tokens.size());
    }

    /** Shows the time that the test has set. */
    private final class Shown extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
