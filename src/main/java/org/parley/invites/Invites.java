package org.parley.invites;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The invite links. Written under the lock of their room. */
@ApplicationScoped
@Transactional
class Invites {
    /**
     * The form of a code. Any other text is refused, because a database that pads or folds could take it for a code.
     */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{22}");

    /** The most links of a room, because some statements walk all of them under the room's lock. */
    static final int MOST_IN_ROOM = 1000;

    private static final Duration REPEATED_WITHIN = Duration.ofDays(7);

    /**
     * The maker is enabled and still an owner or moderator, or an administrator: a link gives no right that its maker
     * lacks.
     */
    private static final String BACKED =
            """
            exists (select a.id from Account a where a.id = i.byId and a.disabledAt is null
            and (a.role = 'admin' or exists (select m.id from Membership m
            where m.roomId = i.roomId and m.accountId = i.byId and m.role in ('owner', 'moderator'))))""";

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Clock clock;

    void add(Invite invite) {
        entities.persist(invite);
    }

    void remove(Invite invite) {
        entities.remove(invite);
    }

    /** A link that has not expired and whose maker may still invite. It may be used up. */
    Optional<Invite> find(String code) {
        if (!CODE.matcher(code).matches()) {
            return Optional.empty();
        }
        return entities.createQuery(
                        "select i from Invite i where i.code = :code and (i.expiresAt is null or i.expiresAt > :now)"
                                + " and " + BACKED,
                        Invite.class)
                .setParameter("code", code)
                .setParameter("now", clock.millis())
                .getResultStream()
                .findFirst();
    }

    /** A page of a room's working links, the newest first. */
    List<Invite> page(long roomId, long beforeId, int most) {
        return entities.createQuery(
                        "select i from Invite i where i.roomId = :room and i.id < :before"
                                + " and (i.expiresAt is null or i.expiresAt > :now)"
                                + " and (i.usesLeft is null or i.usesLeft > 0) and " + BACKED + " order by i.id desc",
                        Invite.class)
                .setParameter("room", roomId)
                .setParameter("before", beforeId)
                .setParameter("now", clock.millis())
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * Deletes links of a room that no longer work. A recently used-up link stays, for a person who repeats the request.
     */
    void clear(long roomId) {
        entities.createQuery("delete from Invite i where i.roomId = :room"
                        + " and (i.expiresAt <= :now or (i.usesLeft = 0 and i.createdAt <= :longAgo))")
                .setParameter("room", roomId)
                .setParameter("now", clock.millis())
                .setParameter("longAgo", clock.instant().minus(REPEATED_WITHIN).toEpochMilli())
                .executeUpdate();
    }

    /** Deletes links of a room whose makers may not invite now. No list shows these links. */
    void clearUnbacked(long roomId) {
        entities.createQuery("delete from Invite i where i.roomId = :room and not " + BACKED)
                .setParameter("room", roomId)
                .executeUpdate();
    }

    /** Whether a room has the maximum number of links, including used-up ones that are still stored. */
    boolean full(long roomId) {
        return entities.createQuery("select count(i) from Invite i where i.roomId = :room", Long.class)
                        .setParameter("room", roomId)
                        .getSingleResult()
                >= MOST_IN_ROOM;
    }

    /** Deletes the links that one person has made in a room. */
    void clear(long roomId, long byId) {
        entities.createQuery("delete from Invite i where i.roomId = :room and i.byId = :by")
                .setParameter("room", roomId)
                .setParameter("by", byId)
                .executeUpdate();
    }
}
