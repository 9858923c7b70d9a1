package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.parley.system.Reads;

/** The bans and mutes. Written under the lock of their room. */
@ApplicationScoped
@Transactional
public class Sanctions {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Reads reads;

    Optional<Sanction> of(long roomId, long accountId, Sanction.Kind kind) {
        return of(new Sanction.Key(roomId, accountId, kind.wire()));
    }

    Optional<Sanction> of(Sanction.Key key) {
        return Optional.ofNullable(entities.find(Sanction.class, key));
    }

    void add(Sanction sanction) {
        entities.persist(sanction);
    }

    void remove(Sanction sanction) {
        entities.remove(sanction);
    }

    /** Removes the ban and the mute of an account, and with a ban the membership that it keeps. */
    void forget(long roomId, long accountId) {
        entities.createQuery("delete from Sanction s where s.roomId = :room and s.accountId = :account")
                .setParameter("room", roomId)
                .setParameter("account", accountId)
                .executeUpdate();
    }

    /** A page of a room's sanctions, ordered by account id. */
    List<Sanction> page(long roomId, Sanction.Kind kind, long afterAccountId, int most) {
        return entities.createQuery(
                        "select s from Sanction s where s.roomId = :room and s.kind = :kind and s.accountId > :after"
                                + " order by s.accountId",
                        Sanction.class)
                .setParameter("room", roomId)
                .setParameter("kind", kind.wire())
                .setParameter("after", afterAccountId)
                .setMaxResults(most)
                .getResultList();
    }

    /** Whether an account is banned from a room and may know of the ban. A ban from a hidden room stays secret. */
    public boolean knownBan(Room room, long accountId) {
        return of(room.id(), accountId, Sanction.Kind.BAN)
                .filter(ban -> room.publicRoom() || ban.known())
                .isPresent();
    }

    /** All mutes of an account, by room. One statement, with or without a transaction. */
    @Transactional(Transactional.TxType.SUPPORTS)
    Map<Long, Sanction> mutes(long accountId) {
        return reads
                .get(session -> session.createQuery(
                                "select s from Sanction s where s.accountId = :account and s.kind = 'mute'",
                                Sanction.class)
                        .setParameter("account", accountId)
                        .getResultList())
                .stream()
                .collect(Collectors.toMap(Sanction::roomId, mute -> mute));
    }

    /** Whether an account cannot write in a room now: it is muted there, or the room is archived. */
    public boolean silenced(long roomId, long accountId) {
        return entities.createQuery(
                                "select count(r) from Room r where r.id = :room and (r.archived = true or exists"
                                        + " (select s from Sanction s where s.roomId = r.id and s.accountId = :account"
                                        + " and s.kind = 'mute'))",
                                Long.class)
                        .setParameter("room", roomId)
                        .setParameter("account", accountId)
                        .getSingleResult()
                > 0;
    }

    /** The sanctions that end before this time, including those whose time is over. */
    List<SanctionImposed> overBy(Instant time) {
        return entities.createQuery(
                        "select s.roomId, s.accountId, s.kind, s.untilAt from Sanction s where s.untilAt <= :time",
                        Object[].class)
                .setParameter("time", time.toEpochMilli())
                .getResultStream()
                .map(row -> new SanctionImposed(
                        new Sanction.Key((Long) row[0], (Long) row[1], (String) row[2]),
                        Instant.ofEpochMilli((Long) row[3])))
                .toList();
    }
}
