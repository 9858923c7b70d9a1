package org.parley.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.harness.Tables;
import org.parley.system.Secrets;

/** Which rows are deleted and which are kept, on the tables of {@code sql/}. */
class SessionRemainsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private SessionFactory factory;

    @BeforeEach
    void open() {
        factory = Tables.sessions("remains", LoginSession.class, RefreshToken.class, LiveTicket.class);
    }

    @AfterEach
    void close() {
        factory.close();
    }

    @Test
    void a_session_that_lives_keeps_its_tokens_and_tickets() {
        UUID lives = session(NOW.minus(DAY));
        token(lives, NOW.minus(DAY));
        token(lives, null);
        ticket(lives, NOW);
        sweep();
        assertEquals(List.of(1L, 2L, 1L), counts());
    }

    @Test
    void an_expired_or_ended_one_goes_with_its_tokens() {
        token(session(NOW.minus(LoginSession.LIFETIME)), null);
        UUID ended = session(NOW.minus(DAY));
        token(ended, null);
        factory.inTransaction(
                entities -> entities.find(LoginSession.class, ended).end(NOW.minusSeconds(1)));
        sweep();
        assertEquals(List.of(0L, 0L, 0L), counts());
    }

    @Test
    void a_token_goes_when_its_use_is_longer_ago_than_a_session_lives() {
        UUID lives = session(NOW.minus(DAY));
        token(lives, NOW.minus(LoginSession.LIFETIME).plusSeconds(1));
        token(lives, NOW.minus(LoginSession.LIFETIME));
        sweep();
        assertEquals(List.of(1L, 1L, 0L), counts());
    }

    @Test
    void a_ticket_that_was_not_spent_in_time_goes() {
        UUID lives = session(NOW.minus(DAY));
        ticket(lives, NOW.minus(LiveTicket.LIFETIME));
        sweep();
        assertEquals(List.of(1L, 0L, 0L), counts());
    }

    @Test
    void more_than_one_piece_goes_too() {
        UUID expired = session(NOW.minus(LoginSession.LIFETIME));
        for (int i = 0; i < 1200; i++) {
            token(expired, null);
        }
        sweep();
        assertEquals(List.of(0L, 0L, 0L), counts());
    }

    private UUID session(Instant lastSeen) {
        UUID id = UUID.randomUUID();
        factory.inTransaction(
                entities -> entities.persist(new LoginSession(id, 1, new Client("test", "::1"), lastSeen)));
        return id;
    }

    private void token(UUID session, Instant usedAt) {
        byte[] hash = Secrets.hash(Secrets.make());
        factory.inTransaction(entities -> {
            entities.persist(new RefreshToken(hash, session, null, NOW));
            entities.flush();
            entities.createMutationQuery("update RefreshToken t set t.usedAt = :used where t.hash = :hash")
                    .setParameter("used", usedAt == null ? null : usedAt.toEpochMilli())
                    .setParameter("hash", hash)
                    .executeUpdate();
        });
    }

    private void ticket(UUID session, Instant issued) {
        byte[] hash = Secrets.hash(Secrets.make());
        factory.inTransaction(entities -> entities.persist(new LiveTicket(hash, session, issued)));
    }

    private void sweep() {
        boolean more = true;
        while (more) {
            more = factory.fromTransaction(SessionRemainsTest::sweepSome);
        }
    }

    private static boolean sweepSome(Session entities) {
        SessionRemains remains = new SessionRemains();
        remains.entities = entities;
        return remains.sweepSome(NOW);
    }

    /** Sessions, tokens, tickets. */
    private List<Long> counts() {
        return factory.fromTransaction(entities -> List.of("LoginSession", "RefreshToken", "LiveTicket").stream()
                .map(table -> entities.createQuery("select count(*) from " + table, Long.class)
                        .getSingleResult())
                .toList());
    }
}
