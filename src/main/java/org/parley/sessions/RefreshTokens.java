package org.parley.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.parley.system.Secrets;

/** The refresh tokens of all sessions, stored as hashes. */
@ApplicationScoped
class RefreshTokens {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Clock clock;

    /**
     * Makes a new token for a session.
     *
     * @param predecessor the hash of the token that was exchanged for it, or {@code null} at sign-in
     */
    String make(UUID session, byte[] predecessor) {
        String secret = Secrets.make();
        entities.persist(new RefreshToken(Secrets.hash(secret), session, predecessor, clock.instant()));
        return secret;
    }

    /** The session of a token, whether or not the token can still be used. */
    Optional<UUID> session(byte[] hash) {
        return entities.createQuery("select t.sessionId from RefreshToken t where t.hash = :hash", UUID.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }

    /** Lock the session first, or another request may use the token meanwhile. Empty if the token has been swept. */
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

    /** Marks the token as used. Only the first use counts; the grace time for its siblings begins then. */
    void use(byte[] hash) {
        entities.createQuery("update RefreshToken t set t.usedAt = :now where t.hash = :hash and t.usedAt is null")
                .setParameter("now", clock.millis())
                .setParameter("hash", hash)
                .executeUpdate();
    }
}
