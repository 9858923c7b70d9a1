package org.parley.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.parley.harness.Tables;

/** Which sessions keep their sockets, on the table of {@code sql/}. */
class LivingSessionsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final SessionFactory factory = Tables.sessions("living", LoginSession.class);

    @Test
    void those_that_ended_or_expired_or_were_swept_are_not_alive() {
        UUID alive = session(NOW);
        UUID expired = session(NOW.minus(LoginSession.LIFETIME));
        UUID ended = session(NOW);
        UUID swept = UUID.randomUUID();
        session(NOW);
        factory.inTransaction(
                entities -> entities.find(LoginSession.class, ended).end(NOW));
        Set<UUID> living = factory.fromTransaction(entities -> {
            LivingSessions sessions = new LivingSessions();
            sessions.entities = entities;
            sessions.clock = Clock.fixed(NOW, ZoneOffset.UTC);
            return sessions.of(Set.of(alive, expired, ended, swept));
        });
        assertEquals(Set.of(alive), living);
        factory.close();
    }

    private UUID session(Instant lastSeen) {
        UUID id = UUID.randomUUID();
        factory.inTransaction(
                entities -> entities.persist(new LoginSession(id, 1, new Client("test", "::1"), lastSeen)));
        return id;
    }
}
