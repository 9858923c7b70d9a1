package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.parley.system.Transactions;

/**
 * Takes deleted accounts out of rooms and conversations, each in a transaction of its own that holds the room's lock
 * and never touches the account. A room does not lose its last owner by this, and a room without members is archived.
 */
@ApplicationScoped
public class DepartingMembers {
    private static final String SOME =
            " where m.accountId = :account and m.roomId > :after and r.gone = false order by m.roomId";
    private static final int PART = 100;

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Rooms rooms;

    @Inject
    Memberships memberships;

    @Inject
    Sanctions sanctions;

    @Inject
    Transactions transactions;

    @Inject
    Event<MemberLeft> left;

    @Inject
    Event<RoomChanged> changed;

    @Inject
    Event<ConversationForsaken> forsaken;

    /** The next rooms and conversations in which the account is a member, banned or muted, in ascending order. */
    @Transactional
    public SortedSet<Long> rooms(long accountId, long after) {
        SortedSet<Long> found = new TreeSet<>();
        long complete = Long.MAX_VALUE;
        for (String kind : List.of("Membership", "Sanction")) {
            List<Long> some = entities.createQuery(
                            "select m.roomId from " + kind + " m join Room r on r.id = m.roomId" + SOME, Long.class)
                    .setParameter("account", accountId)
                    .setParameter("after", after)
                    .setMaxResults(PART)
                    .getResultList();
            found.addAll(some);
            if (some.size() == PART) {
                complete = Math.min(complete, some.get(PART - 1) + 1);
            }
        }
        return found.headSet(complete);
    }

    /** Ends what the account is in this room. The second time, this does nothing. */
    @Transactional(Transactional.TxType.NEVER)
    public void depart(long roomId, long accountId) {
        transactions.run(() -> rooms.lock(roomId).ifPresent(room -> depart(room, accountId)));
    }

    private void depart(Room room, long accountId) {
        sanctions.forget(room.id(), accountId);
        memberships.of(room.id(), accountId).ifPresent(leaving -> {
            if (memberships.lastOwner(leaving)) {
                passOn(room, accountId);
            }
            memberships.end(leaving);
            left.fire(new MemberLeft(room.id(), accountId));
            if (room.direct()) {
                forsake(room, accountId);
            } else if (!room.archived() && memberships.atMost(room.id(), 0)) {
                room.archived(true);
                changed.fire(new RoomChanged(room.id(), accountId, SystemAction.ARCHIVE, null, true));
            }
        });
    }

    private void passOn(Room room, long accountId) {
        memberships.heir(room.id()).ifPresent(heir -> {
            memberships.role(heir, Role.OWNER);
            changed.fire(new RoomChanged(room.id(), accountId, SystemAction.ROLE, heir.accountId(), Role.OWNER.wire()));
        });
    }

    /** The other person can still read it, and delete what they wrote. */
    private void forsake(Room conversation, long accountId) {
        conversation.archived(true);
        entities.createQuery("delete from Block b where b.roomId = :room")
                .setParameter("room", conversation.id())
                .executeUpdate();
        long other = conversation.pair().other(accountId);
        if (other != accountId) {
            forsaken.fire(new ConversationForsaken(conversation.id(), accountId, other));
        }
    }
}
