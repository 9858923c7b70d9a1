package org.parley.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.parley.system.Secrets;

/** The refresh tokens of all sessions, by their hashes. */
@ApplicationScoped
class RefreshTokens {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /**
     * A new token of a session.
     *
     * @param predecessor hash of the token that was used for it, or {@code null} at the sign-in
     */
    String make(UUID session, byte[] predecessor) {
        String secret = Secrets.make();
        entities.persist(new RefreshToken(Secrets.hash(secret), session, predecessor, clock.instant()));
        return secret;
    }

    /** Which session a token belongs to, whether or not it may still be used. */
    Optional<UUID> session(byte[] hash) {
        return entities.createQuery("select t.sessionId from RefreshToken t where t.hash = :hash", UUID.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }

    /** Read it with its session locked, or it may be used meanwhile. It may have been swept since its session was found. */
    Optional<RefreshToken> find(byte[] hash) {
        return Optional.ofNullable(entities.find(RefreshToken.class, hash));
    }

    boolean successorUsed(byte[] hash) {
        return entities.createQuery(
                                """
                                select count(t) from RefreshToken t
                                where t.predecessor = :hash and t.usedAt is not null""",
                                Long.class)
                        .setParameter("hash", hash)
                        .getSingleResult()
                > 0;
    }

    /** Only the first use counts; the grace of its siblings begins with it. */
    void use(byte[] hash) {
        entities.createQuery("update RefreshToken t set t.usedAt = :now where t.hash = :hash and t.usedAt is null")
                .setParameter("now", clock.millis())
                .setParameter("hash", hash)
                .executeUpdate();
    }
}
