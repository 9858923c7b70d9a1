package org.parley.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Forgets when a deleted account was last online. */
@ApplicationScoped
class SightingRemains implements AccountRemains {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Override
    public void forget(long accountId) {
        entities.createQuery("delete from Sighting s where s.accountId = :account")
                .setParameter("account", accountId)
                .executeUpdate();
    }
}
