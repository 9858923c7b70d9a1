package org.parley.sessions;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.harness.Tables;

/** Which sessions end when a password changes or when there are too many, on the table of {@code sql/}. */
class LoginSessionsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final SessionFactory factory = Tables.sessions("others", LoginSession.class);

    @AfterEach
    void close() {
        factory.close();
    }

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
    }

    @Test
    void the_sessions_used_least_recently_are_beyond_the_ones_that_an_account_keeps() {
        UUID kept = session(NOW.minusSeconds(1));
        UUID oldest = session(NOW.minusSeconds(3));
        UUID older = session(NOW.minusSeconds(2));
        session(NOW);
        UUID ended = session(NOW);
        factory.inTransaction(
                entities -> entities.find(LoginSession.class, ended).end(NOW));
        assertEquals(Set.of(older, oldest), beyond(2));
        assertEquals(Set.of(kept, older, oldest), beyond(1));
        assertEquals(Set.of(), beyond(4));
    }

    private Set<UUID> beyond(int most) {
        return factory.fromTransaction(entities -> sessions(entities).lockBeyond(1, most)).stream()
                .map(LoginSession::id)
                .collect(Collectors.toSet());
    }

    private static List<LoginSession> others(Session entities, UUID kept) {
        return sessions(entities).lockOthers(1, kept);
    }

    private static LoginSessions sessions(Session entities) {
        LoginSessions sessions = new LoginSessions();
        sessions.entities = entities;
        sessions.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return sessions;
    }

    private UUID session(Instant lastSeen) {
        UUID id = UUID.randomUUID();
        factory.inTransaction(
                entities -> entities.persist(new LoginSession(id, 1, new Client("test", "::1"), lastSeen)));
        return id;
    }
}
