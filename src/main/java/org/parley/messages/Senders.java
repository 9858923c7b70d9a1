package org.parley.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.accounts.AvatarUrl;
import org.parley.system.KeyTable;

/** People as the log shows them. */
@ApplicationScoped
public class Senders {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    /**
     * One statement, within the caller's transaction. It flushes nothing, because it reads accounts alone.
     *
     * @param accountIds at least one
     */
    public Map<Long, Sender> of(Collection<Long> accountIds) {
        return entities.createQuery(
                        "select a.id, a.username, a.displayName, a.avatarId from Account a where a.id in :ids",
                        Object[].class)
                .setParameter("ids", KeyTable.padded(accountIds))
                .getResultStream()
                .map(Senders::sender)
                .collect(Collectors.toMap(Sender::accountId, Function.identity()));
    }

    private static Sender sender(Object[] row) {
        String username = (String) row[1];
        return new Sender((Long) row[0], username, (String) row[2], AvatarUrl.of(username, (UUID) row[3]));
    }
}
