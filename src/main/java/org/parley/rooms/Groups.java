package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.parley.accounts.Account;
import org.parley.accounts.Caller;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.system.KeyTable;

/** Rooms without a name, by their members: which room some people have, and who may be brought into one. */
@ApplicationScoped
@Transactional
class Groups {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    /**
     * The room that exactly these people share; of several the one with the newest message. People who are added or who
     * leave can give two rooms the same members.
     *
     * @param accounts with the caller's
     */
    Optional<Visit> of(Caller caller, Collection<Long> accounts) {
        return entities.createQuery(
                        """
                        select r, m from Membership m join Room r on r.id = m.roomId
                        where m.accountId = :account and r.kind = 'private' and r.name = '' and r.gone = false
                        and (select count(o) from Membership o where o.roomId = r.id) = :count
                        and (select count(o) from Membership o where o.roomId = r.id and o.accountId in :all) = :count
                        order by r.lastMessageAt desc, r.id desc""",
                        Object[].class)
                .setParameter("account", caller.accountId())
                .setParameter("count", (long) accounts.size())
                .setParameter("all", KeyTable.padded(accounts))
                .setMaxResults(1)
                .getResultStream()
                .map(row -> new Visit(caller, (Room) row[0], (Membership) row[1]))
                .findFirst();
    }

    /**
     * Checks whether the caller may bring these people into a room without a name.
     *
     * @throws Refusal {@code conflict} if an account is disabled; {@code forbidden} if one of them has blocked the
     *     caller
     */
    void judge(Caller caller, Collection<Account> others) {
        if (others.stream().anyMatch(Account::disabled)) {
            throw Refusal.of(Code.CONFLICT, "One of these accounts is disabled.");
        }
        if (blocked(caller, others.stream().map(Account::id).toList())) {
            throw Refusal.of(Code.FORBIDDEN, "One of these people does not accept messages from you.");
        }
    }

    private boolean blocked(Caller caller, List<Long> others) {
        return !entities.createQuery(
                        "select b.blockerId from Block b where b.blockedId = :account and b.blockerId in :others",
                        Long.class)
                .setParameter("account", caller.accountId())
                .setParameter("others", KeyTable.padded(others))
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
