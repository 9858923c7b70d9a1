package org.parley.sessions;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LoginSessionTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");
    private static final Duration THIRTY_DAYS = Duration.ofDays(30);

    private final LoginSession session = new LoginSession(UUID.randomUUID(), 1, new Client("", "127.0.0.1"), NOW);

    @Test
    void a_session_lives_thirty_days() {
        assertTrue(session.alive(NOW.plus(THIRTY_DAYS).minusMillis(1)));
        assertFalse(session.alive(NOW.plus(THIRTY_DAYS)));
    }

    @Test
    void each_use_gives_it_thirty_more() {
        session.seen(NOW.plus(THIRTY_DAYS).minusMillis(1));
        assertTrue(session.alive(NOW.plus(THIRTY_DAYS).plus(THIRTY_DAYS).minusMillis(2)));
    }

    @Test
    void an_ended_session_is_over_at_once() {
        session.end(NOW);
        assertFalse(session.alive(NOW));
    }
}
