package org.parley.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.parley.system.KeyTable;

/** The transactions of {@link RecordingSockets}. */
@ApplicationScoped
@Transactional
class WritingSockets {
    private static final long DEAD_AFTER_MILLIS = TimeUnit.SECONDS.toMillis(45);

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Clock clock;

    void write(UUID node, RecordingSockets.Pending pending) {
        long now = clock.millis();
        // Some rows may exist already, if an earlier commit succeeded but its answer was lost.
        Set<UUID> known = new HashSet<>();
        KeyTable.inParts(pending.opened().keySet(), sockets -> known.addAll(known(sockets)));
        pending.opened().forEach((socket, account) -> {
            if (!known.contains(socket)) {
                entities.persist(new OpenSocket(socket, node, account, now));
            }
        });
        KeyTable.inParts(
                pending.closed(), sockets -> entities.createQuery("delete from OpenSocket s where s.id in :sockets")
                        .setParameter("sockets", sockets)
                        .executeUpdate());
        KeyTable.inParts(pending.left(), accounts -> seen(accounts, now));
        entities.flush();
    }

    private List<UUID> known(List<UUID> sockets) {
        return entities.createQuery("select s.id from OpenSocket s where s.id in :sockets", UUID.class)
                .setParameter("sockets", sockets)
                .getResultList();
    }

    /** Records that these people were online at this time, unless a later time is known. */
    private void seen(List<Long> accounts, long time) {
        entities.createQuery(
                        "update Sighting s set s.seenAt = :time where s.accountId in :accounts and s.seenAt < :time")
                .setParameter("time", time)
                .setParameter("accounts", accounts)
                .executeUpdate();
        // Fails if another server inserts the same row at this moment; then the whole write is tried again.
        entities.createQuery("insert into Sighting (accountId, seenAt) select a.id, :time from Account a"
                        + " where a.id in :accounts and not exists"
                        + " (select 1 from Sighting s where s.accountId = a.id)")
                .setParameter("time", time)
                .setParameter("accounts", accounts)
                .executeUpdate();
    }

    /** @return whether the server's row was missing, at the first heartbeat or after others deleted it */
    boolean beat(UUID node) {
        int known = entities.createQuery("update LiveNode n set n.beatAt = :now where n.id = :node")
                .setParameter("now", clock.millis())
                .setParameter("node", node)
                .executeUpdate();
        if (known == 0) {
            entities.persist(new LiveNode(node, clock.millis()));
        }
        return known == 0;
    }

    /** Deletes servers that died. Their people were online until the server's last heartbeat. */
    void clearDead() {
        List<LiveNode> dead = entities.createQuery("from LiveNode n where n.beatAt < :time", LiveNode.class)
                .setParameter("time", clock.millis() - DEAD_AFTER_MILLIS)
                .getResultList();
        for (LiveNode node : dead) {
            List<Long> people = entities.createQuery(
                            "select distinct s.accountId from OpenSocket s where s.nodeId = :node", Long.class)
                    .setParameter("node", node.id())
                    .getResultList();
            KeyTable.inParts(people, accounts -> seen(accounts, node.beatAt()));
            clear(node.id());
        }
    }

    void clear(UUID node) {
        for (String rows : List.of("OpenSocket s where s.nodeId", "LiveNode n where n.id")) {
            entities.createQuery("delete from " + rows + " = :node")
                    .setParameter("node", node)
                    .executeUpdate();
        }
    }
}
