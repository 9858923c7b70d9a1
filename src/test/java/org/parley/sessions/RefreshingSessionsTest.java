package org.parley.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.Transaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.accounts.Account;
import org.parley.accounts.Accounts;
import org.parley.harness.Tables;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.system.FloodLimits;
import org.parley.system.Secrets;
import org.parley.system.Transactions;
import org.parley.texts.Names;

/** What happens when a deleted token is used, on the tables of {@code sql/}. */
class RefreshingSessionsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final long ANN = 1;

    private final SessionFactory factory =
            Tables.sessions("refreshing", Account.class, LoginSession.class, RefreshToken.class);
    private final UUID session = UUID.randomUUID();
    private final String token = Secrets.make();
    private boolean sweeping;

    @BeforeEach
    void ann_has_signed_in() {
        factory.inTransaction(entities -> {
            entities.persist(new Account(ANN, Names.username("username", "ann"), "", NOW));
            entities.persist(new LoginSession(session, ANN, new Client("test", "::1"), NOW));
            entities.persist(new RefreshToken(Secrets.hash(token), session, null, NOW));
        });
    }

    @AfterEach
    void close() {
        factory.close();
    }

    @Test
    void a_token_is_exchanged() {
        OpenSession open = refresh();
        assertEquals("ann", open.account().username());
        assertEquals(2, tokens());
    }

    @Test
    void a_token_that_is_swept_after_it_was_found_is_refused_and_ends_nothing() {
        sweeping = true;
        Refusal refusal = assertThrows(Refusal.class, this::refresh);
        assertEquals(Code.UNAUTHENTICATED, refusal.code());
        assertEquals(0, tokens());
        LoginSession kept = factory.fromTransaction(entities -> entities.find(LoginSession.class, session));
        assertTrue(kept.alive(NOW));
    }

    private OpenSession refresh() {
        try (Session entities = factory.openSession()) {
            return refreshing(entities).refresh(token);
        }
    }

    private RefreshingSessions refreshing(Session entities) {
        RefreshingSessions refreshing = new RefreshingSessions();
        refreshing.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        refreshing.tokens = new SweptTokens();
        refreshing.tokens.entities = entities;
        refreshing.tokens.clock = refreshing.clock;
        refreshing.sessions = new LoginSessions();
        refreshing.sessions.entities = entities;
        refreshing.sessions.clock = refreshing.clock;
        refreshing.accounts = new Accounts() {
            @Override
            public Optional<Account> byId(long id) {
                return Optional.ofNullable(entities.find(Account.class, id));
            }
        };
        refreshing.limits = new FloodLimits() {
            @Override
            public void take(Kind kind, Object of) {
                // No limit.
            }
        };
        refreshing.transactions = new Transactions() {
            @Override
            public <T> T run(Supplier<T> work) {
                Transaction transaction = entities.beginTransaction();
                T result = work.get();
                transaction.commit();
                return result;
            }
        };
        return refreshing;
    }

    private long tokens() {
        return factory.fromTransaction(entities -> entities.createQuery("select count(*) from RefreshToken", Long.class)
                .getSingleResult());
    }

    /** The sweeper may run between the two look-ups of a token. */
    private final class SweptTokens extends RefreshTokens {
        @Override
        Optional<UUID> session(byte[] hash) {
            Optional<UUID> found = super.session(hash);
            if (sweeping) {
                entities.createQuery("delete from RefreshToken t where t.hash = :hash")
                        .setParameter("hash", hash)
                        .executeUpdate();
            }
            return found;
        }
    }
}
