package org.parley.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Deletes the rows of sessions that are over, and of tokens and tickets that no longer open anything. */
@ApplicationScoped
@Transactional
class SessionRemains {
    /** Rows per statement: few, so that nobody waits long for their locks. */
    private static final int PIECE = 500;

    /** Sessions per statement that looks for their tokens. */
    private static final int SESSIONS = 100;

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    /**
     * Deletes one piece. A used token stays for the lifetime of a session, because its replay shows a theft. After that
     * time nobody can use it.
     *
     * @param now the same for all pieces of a sweep, so that no session is deleted before its tokens
     * @return whether there is more
     */
    boolean sweepSome(Instant now) {
        return delete("live_ticket WHERE expires_at <= :now", now) == PIECE
                || delete("refresh_token WHERE used_at <= :now", now.minus(LoginSession.LIFETIME)) == PIECE
                || sweepSessions("s.endedAt <= :now", now)
                || sweepSessions("s.expiresAt <= :now", now);
    }

    /**
     * Deletes some sessions with their tokens. One index serves each condition; no index would serve both joined with
     * OR.
     */
    private boolean sweepSessions(String over, Instant now) {
        List<UUID> sessions = entities.createQuery("select s.id from LoginSession s where " + over, UUID.class)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(SESSIONS)
                .getResultList();
        if (sessions.isEmpty()) {
            return false;
        }
        boolean moreTokens = entities.createNativeQuery(
                                "DELETE FROM refresh_token WHERE session_id IN (:sessions) LIMIT " + PIECE)
                        .setParameter(
                                "sessions",
                                sessions.stream().map(SessionRemains::bytes).toList())
                        .executeUpdate()
                == PIECE;
        if (!moreTokens) {
            entities.createQuery("delete from LoginSession s where s.id in :sessions")
                    .setParameter("sessions", sessions)
                    .executeUpdate();
        }
        return true;
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private int delete(String rows, Instant now) {
        Query query = entities.createNativeQuery("DELETE FROM " + rows + " LIMIT " + PIECE);
        return query.setParameter("now", now.toEpochMilli()).executeUpdate();
    }
}
