package org.parley.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** The rows of sessions that are over, and of tokens and tickets that open nothing. */
@ApplicationScoped
@Transactional
class SessionRemains {
    /** Rows a statement: few enough that nobody waits for their locks. */
    private static final int PIECE = 500;

    private static final String OVER = "(ended_at <= :now OR expires_at <= :now)";

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    /**
     * A token that was used stays for a session's lifetime, since its replay shows a theft; longer, nobody could use it.
     *
     * @param now the same for all pieces of one sweep, so that no session goes before its tokens
     * @return whether there is more
     */
    boolean sweepSome(Instant now) {
        return delete("live_ticket WHERE expires_at <= :now", now) == PIECE
                || delete("refresh_token WHERE used_at <= :now", now.minus(LoginSession.LIFETIME)) == PIECE
                || delete("refresh_token WHERE session_id IN (SELECT id FROM login_session WHERE " + OVER + ")", now)
                        == PIECE
                || delete("login_session WHERE " + OVER, now) == PIECE;
    }

    private int delete(String rows, Instant now) {
        Query query = entities.createNativeQuery("DELETE FROM " + rows + " LIMIT " + PIECE);
        return query.setParameter("now", now.toEpochMilli()).executeUpdate();
    }
}
