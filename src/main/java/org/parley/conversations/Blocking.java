package org.parley.conversations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.parley.accounts.Caller;
import org.parley.accounts.UserJson;
import org.parley.accounts.Users;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.rooms.Block;
import org.parley.rooms.Door;
import org.parley.rooms.Room;
import org.parley.rooms.RoomKey;
import org.parley.rooms.Rooms;
import org.parley.system.Paging;
import org.parley.system.Transactions;

/**
 * Blocks people who must not send the caller private messages. A block is written under the lock of the conversation,
 * so a message on its way either comes before it or is refused. If there is no conversation yet, the block creates it.
 */
@ApplicationScoped
class Blocking {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    MakingConversations making;

    @Inject
    Door door;

    @Inject
    Rooms rooms;

    @Inject
    Users users;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    /** @throws Refusal {@code not_found}; {@code forbidden} for the caller's own name */
    void block(Caller caller, String username) {
        long blockedId = other(caller, door.see(caller, RoomKey.with(username)).room());
        if (blockedId == caller.accountId()) {
            throw Refusal.of(Code.FORBIDDEN, "You cannot block yourself.");
        }
        Room conversation = making.made(caller, username).room();
        transactions.run(() -> {
            rooms.lock(conversation.id());
            if (find(conversation, blockedId) == null) {
                entities.persist(new Block(conversation.id(), blockedId, caller.accountId(), clock.instant()));
            }
        });
    }

    /** @throws Refusal {@code not_found} if no account has the name */
    void unblock(Caller caller, String username) {
        Room conversation = door.see(caller, RoomKey.with(username)).room();
        if (conversation.unmade()) {
            return;
        }
        transactions.run(() -> {
            rooms.lock(conversation.id());
            Block block = find(conversation, other(caller, conversation));
            if (block != null) {
                entities.remove(block);
            }
        });
    }

    private static long other(Caller caller, Room conversation) {
        return conversation.pair().other(caller.accountId());
    }

    private Block find(Room conversation, long blockedId) {
        return entities.find(Block.class, new Block.Key(conversation.id(), blockedId));
    }

    @Transactional
    BlocksResource.BlockedJson page(Caller caller, Paging paging) {
        List<Long> found = entities.createQuery(
                        "select b.blockedId from Block b where b.blockerId = :blocker and b.blockedId > :after"
                                + " order by b.blockedId",
                        Long.class)
                .setParameter("blocker", caller.accountId())
                .setParameter("after", paging.number())
                .setMaxResults(paging.limit() + 1)
                .getResultList();
        Map<Long, UserJson> blocked = users.of(paging.page(found));
        return new BlocksResource.BlockedJson(
                paging.page(found).stream().map(blocked::get).toList(), paging.next(found, String::valueOf));
    }
}
