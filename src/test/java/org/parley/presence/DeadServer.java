package org.parley.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.parley.accounts.Users;

/** For tests inside the server: another server that died while a person was online. */
@ApplicationScoped
@Transactional
public class DeadServer {
    @PersistenceContext
    EntityManager entities;

    @Inject
    WritingSockets writing;

    @Inject
    Users users;

    public void left(long accountId, Instant lastBeat) {
        UUID node = UUID.randomUUID();
        entities.persist(new LiveNode(node, lastBeat.toEpochMilli()));
        entities.persist(new OpenSocket(UUID.randomUUID(), node, accountId, lastBeat.toEpochMilli()));
    }

    public void clear() {
        writing.clearDead();
    }

    public Instant lastSeen(long accountId) {
        return users.of(Set.of(accountId)).get(accountId).lastSeenAt();
    }

    public long sockets(long accountId) {
        return entities.createQuery("select count(s) from OpenSocket s where s.accountId = :account", Long.class)
                .setParameter("account", accountId)
                .getSingleResult();
    }
}
