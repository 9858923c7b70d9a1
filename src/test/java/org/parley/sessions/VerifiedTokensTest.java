package org.parley.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");
    private static final UUID SESSION = UUID.randomUUID();

    private final VerifiedTokens tokens = new VerifiedTokens();

    @Test
    void a_token_is_remembered_until_it_expires() {
        tokens.add("a", SESSION, NOW.plusSeconds(1), NOW);
        assertEquals(Optional.of(SESSION), tokens.find("a", NOW));
        assertEquals(Optional.empty(), tokens.find("a", NOW.plusSeconds(1)));
        assertEquals(Optional.empty(), tokens.find("b", NOW));
    }

    @Test
    void it_never_grows_beyond_its_bound_and_forgets_the_expired_first() {
        tokens.add("lives", SESSION, NOW.plusSeconds(100), NOW);
        for (int number = 1; number < VerifiedTokens.MOST; number++) {
            tokens.add("old" + number, SESSION, NOW.plusSeconds(1), NOW);
        }
        tokens.add("next", SESSION, NOW.plusSeconds(100), NOW.plusSeconds(1));
        assertEquals(2, tokens.size());
        assertEquals(Optional.of(SESSION), tokens.find("lives", NOW.plusSeconds(2)));
    }
}
