package org.parley.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.Test;
import org.parley.harness.Tables;

/** Which sessions a new password ends; the table is that of {@code sql/}. */
class LoginSessionsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final SessionFactory factory = new Configuration()
            .addAnnotatedClass(LoginSession.class)
            .setProperty("hibernate.connection.url", Tables.inMemory("others"))
            .setProperty("hibernate.connection.pool_size", "1")
            .buildSessionFactory();

    @Test
    void the_others_are_all_but_one_and_those_that_expired_too() {
        UUID kept = session(NOW);
        UUID alive = session(NOW);
        UUID expired = session(NOW.minus(LoginSession.LIFETIME).minusSeconds(1));
        UUID ended = session(NOW);
        factory.inTransaction(
                entities -> entities.find(LoginSession.class, ended).end(NOW));
        List<LoginSession> others = factory.fromTransaction(entities -> others(entities, kept));
        assertEquals(
                Set.of(alive, expired), others.stream().map(LoginSession::id).collect(Collectors.toSet()));
        factory.close();
    }

    private static List<LoginSession> others(Session entities, UUID kept) {
        LoginSessions sessions = new LoginSessions();
        sessions.entities = entities;
        sessions.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return sessions.lockOthers(1, kept);
    }

    private UUID session(Instant lastSeen) {
        UUID id = UUID.randomUUID();
        factory.inTransaction(
                entities -> entities.persist(new LoginSession(id, 1, new Client("test", "::1"), lastSeen)));
        return id;
    }
}
