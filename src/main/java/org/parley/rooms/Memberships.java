package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.system.Ids;

/** The memberships of rooms. Written under the room's lock, except in the lobby, where everybody is a member. */
@ApplicationScoped
@Transactional
public class Memberships {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Clock clock;

    @Inject
    RoomActivity activity;

    @Inject
    Instance<MembershipRemains> remains;

    public Optional<Membership> of(long roomId, long accountId) {
        return entities.createQuery(
                        "select m from Membership m where m.roomId = :room and m.accountId = :account",
                        Membership.class)
                .setParameter("room", roomId)
                .setParameter("account", accountId)
                .getResultStream()
                .findFirst();
    }

    /**
     * @param room read under its lock: the new member's marks begin at its head
     * @throws Refusal {@code conflict} if the room has no name and as many members as such a room may have
     */
    public Membership add(Room room, long accountId, Role role) {
        if (room.unnamed() && !atMost(room.id(), CreatingGroups.MOST_OTHERS)) {
            throw Refusal.of(Code.CONFLICT, "A room without a name has at most 8 members. Give it a name first.");
        }
        changing(room);
        return begin(room, accountId, role);
    }

    /** The first members of a room without a name, in this order. */
    List<Membership> begin(Room room, List<Long> accountIds, Role role) {
        return accountIds.stream()
                .map(accountId -> begin(room, accountId, role))
                .toList();
    }

    private Membership begin(Room room, long accountId, Role role) {
        Instant now = clock.instant();
        Membership membership = new Membership(Ids.next(clock), room.id(), accountId, role, room.head(), now);
        if (room.publicRoom()) {
            // In a room that everyone may join, a notification for each message is too much until its member asks for
            // it.
            membership.notifyWhen(Membership.MENTIONS);
        }
        begin(room, membership);
        return membership;
    }

    /** Restores the membership that a ban had suspended, as a plain member with the old marks. */
    void restore(Room room, Sanction ban) {
        changing(room);
        begin(room, ban.suspended(Ids.next(clock), clock.instant()));
    }

    /** Keeps the time of the last post, so that nobody avoids slow mode by leaving and coming back. */
    private void begin(Room room, Membership membership) {
        if (room.slowModeSeconds() > 0) {
            activity.lastPosted(room, membership.accountId()).ifPresent(membership::posted);
        }
        entities.persist(membership);
    }

    /**
     * Locks the row of a membership until the transaction ends, for a change that concerns only this member. Call it
     * before the transaction reads the membership.
     *
     * @return false if the account is not a member
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean lock(long roomId, long accountId) {
        return !entities.createQuery(
                        "select m from Membership m where m.roomId = :room and m.accountId = :account",
                        Membership.class)
                .setParameter("room", roomId)
                .setParameter("account", accountId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .isEmpty();
    }

    /** The members of the room change, so a room without a name is no longer that of the people it was made for. */
    private void changing(Room room) {
        room.madeFor(null);
    }

    /** @throws Refusal {@code conflict} for the last owner */
    void remove(Membership membership) {
        spareLastOwner(membership);
        end(membership);
    }

    /** Ends the membership, also that of the last owner. */
    void end(Membership membership) {
        changing(entities.find(Room.class, membership.roomId()));
        entities.remove(membership);
        // The row first: a member's own changes lock it before they write what remains.
        entities.flush();
        remains.forEach(each -> each.forget(membership.roomId(), membership.accountId()));
    }

    /** @throws Refusal {@code conflict} for the last owner */
    void role(Membership membership, Role role) {
        spareLastOwner(membership);
        membership.role(role, clock.instant());
    }

    /** A room never loses its last owner. Under the room's lock; otherwise two owners could leave at the same time. */
    private void spareLastOwner(Membership membership) {
        if (lastOwner(membership)) {
            throw Refusal.of(Code.CONFLICT, "This is the last owner of the room. Make somebody else an owner first.");
        }
    }

    boolean lastOwner(Membership membership) {
        return membership.role() == Role.OWNER && owners(membership.roomId()) == 1;
    }

    /**
     * The member who becomes the owner when the account of the last owner is deleted: the longest-standing moderator,
     * or else member. A disabled account comes last.
     */
    Optional<Membership> heir(long roomId) {
        return entities.createQuery(
                        """
                        select m from Membership m join Account a on a.id = m.accountId
                        where m.roomId = :room and m.role <> 'owner' and a.username is not null
                        order by case when a.disabledAt is null then 0 else 1 end,
                        case when m.role = 'moderator' then 0 else 1 end, m.joinedAt, m.id""",
                        Membership.class)
                .setParameter("room", roomId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private long owners(long roomId) {
        return entities.createQuery(
                        "select count(m) from Membership m where m.roomId = :room and m.role = 'owner'", Long.class)
                .setParameter("room", roomId)
                .getSingleResult();
    }

    /** Accounts that are not members of the room. */
    List<Long> strangers(long roomId) {
        return entities.createQuery(
                        "select a.id from Account a where not exists"
                                + " (select m from Membership m where m.roomId = :room and m.accountId = a.id)",
                        Long.class)
                .setParameter("room", roomId)
                .getResultList();
    }

    /** A page of a room's members, ordered by account id like the index, because the lobby has everybody. */
    List<Membership> page(long roomId, long afterAccountId, int most) {
        return entities.createQuery(
                        "select m from Membership m where m.roomId = :room and m.accountId > :after"
                                + " order by m.accountId",
                        Membership.class)
                .setParameter("room", roomId)
                .setParameter("after", afterAccountId)
                .setMaxResults(most)
                .getResultList();
    }

    /** The accounts of all members. */
    public List<Long> accounts(long roomId) {
        return entities.createQuery("select m.accountId from Membership m where m.roomId = :room", Long.class)
                .setParameter("room", roomId)
                .getResultList();
    }

    /** The accounts of owners and moderators. */
    public List<Long> staff(long roomId) {
        return entities.createQuery(
                        "select m.accountId from Membership m where m.roomId = :room and m.role in ('moderator', 'owner')",
                        Long.class)
                .setParameter("room", roomId)
                .getResultList();
    }

    /** Whether a room has at most this many members. Costs no more in a large room. */
    public boolean atMost(long roomId, int members) {
        return entities.createQuery("select m.id from Membership m where m.roomId = :room", Long.class)
                        .setParameter("room", roomId)
                        .setMaxResults(members + 1)
                        .getResultList()
                        .size()
                <= members;
    }
}
