package org.parley.sessions;

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
import org.parley.system.KeyTable;

/** Tells which of many sessions are alive, for classes that keep connections open in their name. */
@ApplicationScoped
public class LivingSessions {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Clock clock;

    /** Those of the given sessions that have neither ended nor expired. */
    @Transactional
    public Set<UUID> of(Set<UUID> sessions) {
        Set<UUID> living = new HashSet<>();
        KeyTable.inParts(sessions, part -> living.addAll(find(part)));
        return living;
    }

    private List<UUID> find(List<UUID> ids) {
        return entities.createQuery(
                        """
                        select s.id from LoginSession s
                        where s.id in :ids and s.endedAt is null and s.expiresAt > :now""",
                        UUID.class)
                .setParameter("ids", ids)
                .setParameter("now", clock.millis())
                .getResultList();
    }
}
