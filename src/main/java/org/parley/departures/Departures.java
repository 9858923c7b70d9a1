package org.parley.departures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import org.parley.accounts.AccountRemains;

/** The deleted accounts that may still be members of rooms. */
@ApplicationScoped
@Transactional
class Departures {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    @Any
    Instance<AccountRemains> remains;

    List<Departure> all() {
        return entities.createQuery("from Departure d order by d.begunAt", Departure.class)
                .getResultList();
    }

    /** Removes what is stored about the person beside the rooms. */
    void forget(long accountId) {
        remains.forEach(each -> each.forget(accountId));
    }

    /** The account is in no room any more, and never will be. */
    void end(long accountId) {
        entities.createQuery("delete from Departure d where d.accountId = :account")
                .setParameter("account", accountId)
                .executeUpdate();
    }
}
