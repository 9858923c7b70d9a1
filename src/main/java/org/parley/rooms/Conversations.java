package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.parley.accounts.Account;
import org.parley.accounts.Accounts;
import org.parley.accounts.Caller;
import org.parley.problems.Refusal;
import org.parley.system.KeyTable;

/**
 * Private conversations: rooms without a name, one per pair of people. Before the first message, a conversation has no
 * row in any table; a reader sees it with an empty log.
 */
@ApplicationScoped
@Transactional
public class Conversations {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Accounts accounts;

    @Inject
    Visits visits;

    @Inject
    Clock clock;

    /**
     * The conversation as the caller sees it, by the other person's username or by its id.
     *
     * @return empty if the id is unknown; an entry without a row if the conversation has not been created
     * @throws Refusal {@code not_found} if no account has the name
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Visit> visit(Caller caller, String usernameOrId) {
        Optional<Long> id = Rooms.id(usernameOrId);
        if (id.isPresent()) {
            return visits.of(caller, id.get()).filter(visit -> visit.room().direct());
        }
        Account peer = accounts.byName(usernameOrId).orElseThrow(Refusal::notFound);
        Pair pair = Pair.of(caller.accountId(), peer.id());
        return Optional.of(visits.of(caller, pair).orElseGet(() -> unmade(caller, pair, peer.username())));
    }

    private Visit unmade(Caller caller, Pair pair, String peer) {
        Room room = new Room(Room.UNMADE, pair, clock.instant());
        Membership membership =
                new Membership(Room.UNMADE, Room.UNMADE, caller.accountId(), Role.MEMBER, 0, clock.instant());
        return new Visit(caller, room, membership, peer, null);
    }

    /** The ids of all conversations of the account. */
    public List<Long> ids(long accountId) {
        return entities.createQuery(
                        "select r.id from Membership m join Room r on r.id = m.roomId"
                                + " where m.accountId = :account and r.kind = 'direct'",
                        Long.class)
                .setParameter("account", accountId)
                .getResultList();
    }

    /** Whether the other person of the conversation has blocked the account. */
    public boolean blocked(long roomId, long accountId) {
        return entities.find(Block.class, new Block.Key(roomId, accountId)) != null;
    }

    /** A person, and another person with whom they have exchanged messages. */
    public record Acquaintance(long accountId, long peerId) {}

    /**
     * The people with whom these accounts have exchanged messages. If both people of a pair are asked for, the
     * result has both directions. A deleted account is left out.
     */
    public List<Acquaintance> acquaintances(Collection<Long> accountIds) {
        return entities.createQuery(
                        "select m.accountId, o.accountId from Membership m join Room r on r.id = m.roomId"
                                + " join Membership o on o.roomId = r.id and o.id <> m.id"
                                + " join Account a on a.id = m.accountId and a.username is not null"
                                + " where m.accountId in :accounts and r.kind = 'direct' and r.head > 0",
                        Object[].class)
                .setParameter("accounts", KeyTable.padded(accountIds))
                .getResultStream()
                .map(row -> new Acquaintance((Long) row[0], (Long) row[1]))
                .toList();
    }

    /** The ids of the account's conversations that have messages, the newest first. */
    public List<Long> spoken(long accountId) {
        return entities.createQuery(
                        "select r.id from Membership m join Room r on r.id = m.roomId where m.accountId = :account"
                                + " and r.kind = 'direct' and r.gone = false and r.head > 0"
                                + " order by r.lastMessageAt desc, r.id desc",
                        Long.class)
                .setParameter("account", accountId)
                .getResultList();
    }

    /** The caller's conversations with these ids, in the order of the ids, with one statement. */
    public List<Visit> of(Caller caller, List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "select r, m, p.username from Membership m join Room r on r.id = m.roomId " + Visits.PEER
                                + " where m.accountId = :account and r.kind = 'direct' and r.gone = false and r.id in :ids",
                        Object[].class)
                .setParameter("account", caller.accountId())
                .setParameter("ids", KeyTable.padded(ids))
                .getResultStream()
                .map(row -> new Visit(caller, (Room) row[0], (Membership) row[1], (String) row[2], null))
                .sorted(Comparator.comparingInt(
                        visit -> ids.indexOf(visit.room().id())))
                .toList();
    }

    /**
     * The caller's conversations that have messages, and their rooms without a name, the newest first.
     *
     * @param kind {@code direct} or {@code private} for one of the two, {@code null} for both
     * @param beforeTime the page begins before a last message of this time, in milliseconds …
     * @param beforeId … and, for the same time, below this room id
     */
    public List<Visit> newest(Caller caller, String kind, long beforeTime, long beforeId, int most) {
        return entities.createQuery(
                        "select r, m, p.username from Membership m join Room r on r.id = m.roomId " + Visits.PEER
                                + " where m.accountId = :account and r.name = '' and r.gone = false"
                                + " and (r.head > 0 or r.kind = 'private') and r.kind in :kinds"
                                + " and (r.lastMessageAt < :time or (r.lastMessageAt = :time and r.id < :id))"
                                + " order by r.lastMessageAt desc, r.id desc",
                        Object[].class)
                .setParameter("account", caller.accountId())
                .setParameter("kinds", kind == null ? List.of(Room.DIRECT, Room.PRIVATE) : List.of(kind))
                .setParameter("time", beforeTime)
                .setParameter("id", beforeId)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new Visit(caller, (Room) row[0], (Membership) row[1], (String) row[2], null))
                .toList();
    }
}
