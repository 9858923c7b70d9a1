package org.parley.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.accounts.Account;
import org.parley.accounts.Caller;
import org.parley.system.Reads;

/** The sessions of all accounts. Methods leave out sessions that ended or expired, unless they say otherwise. */
@ApplicationScoped
class LoginSessions {
    /** An account may have very many sessions from an earlier version; then the next sign-ins end the rest. */
    private static final int MOST_AT_ONCE = 500;

    /** Only what a caller is made of. An entity would cost more to read than the rest of the statement. */
    private static final String CALLER =
            """
            select a.id, a.username, a.displayName, a.role from LoginSession s join Account a on a.id = s.accountId
            where s.id = :id and s.endedAt is null and s.expiresAt > :now and a.disabledAt is null""";

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Reads reads;

    @Inject
    Clock clock;

    void add(LoginSession session) {
        entities.persist(session);
    }

    /**
     * The person of this session, with one statement, run for every request. Empty also for a disabled account.
     *
     * @param address from which they call
     */
    Optional<Caller> caller(UUID id, String address) {
        return reads
                .get(session -> session.createQuery(CALLER, Object[].class)
                        .setParameter("id", id)
                        .setParameter("now", clock.millis())
                        .getResultList())
                .stream()
                .findFirst()
                .map(row -> new Caller(
                        (Long) row[0], (String) row[1], (String) row[2], Account.admin((String) row[3]), id, address));
    }

    /** The session, locked until the transaction ends. */
    Optional<LoginSession> lock(UUID id) {
        return Optional.ofNullable(entities.find(LoginSession.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(session -> session.alive(clock.instant()));
    }

    /** All but one of an account's sessions, also expired ones, because their sockets may be open. */
    List<LoginSession> lockOthers(long accountId, UUID except) {
        return lockAll(accountId).stream()
                .filter(session -> !session.id().equals(except))
                .toList();
    }

    /** All sessions of an account that were not ended, locked in the order of their keys. */
    List<LoginSession> lockAll(long accountId) {
        return entities.createQuery(
                        "from LoginSession s where s.accountId = :account and s.endedAt is null order by s.id",
                        LoginSession.class)
                .setParameter("account", accountId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /**
     * All of an account except the most recently used, locked in the order of their keys. @param kept how many to leave
     */
    List<LoginSession> lockBeyond(long accountId, int kept) {
        List<UUID> beyond = entities.createQuery(
                        """
                        select s.id from LoginSession s where s.accountId = :account and s.endedAt is null
                        order by s.lastSeenAt desc, s.id desc""",
                        UUID.class)
                .setParameter("account", accountId)
                .setFirstResult(kept)
                .setMaxResults(MOST_AT_ONCE)
                .getResultList();
        if (beyond.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "from LoginSession s where s.id in :ids and s.endedAt is null order by s.id",
                        LoginSession.class)
                .setParameter("ids", beyond)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /**
     * An account's sessions, newest first.
     *
     * @param before the time of the session after which to begin; {@code id} is its id
     */
    List<LoginSession> of(long accountId, Instant before, UUID id, int limit) {
        return entities.createQuery(
                        """
                        from LoginSession s where s.accountId = :account and s.endedAt is null and s.expiresAt > :now
                        and (s.createdAt < :before or s.createdAt = :before and s.id < :id)
                        order by s.createdAt desc, s.id desc""",
                        LoginSession.class)
                .setParameter("account", accountId)
                .setParameter("now", clock.millis())
                .setParameter("before", before.toEpochMilli())
                .setParameter("id", id)
                .setMaxResults(limit)
                .getResultList();
    }
}
