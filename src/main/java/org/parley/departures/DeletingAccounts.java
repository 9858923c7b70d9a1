package org.parley.departures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import org.parley.accounts.Account;
import org.parley.accounts.AccountDeleted;
import org.parley.accounts.Accounts;
import org.parley.accounts.Administrators;
import org.parley.accounts.Caller;
import org.parley.accounts.Guessing;
import org.parley.accounts.Payer;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.sessions.EndingSessions;
import org.parley.system.Transactions;

/**
 * Deletes the caller's own account. This transaction makes it useless and ends its sessions; it locks no room.
 * {@link FinishingDepartures} does the rest.
 */
@ApplicationScoped
class DeletingAccounts {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Accounts accounts;

    @Inject
    Administrators administrators;

    @Inject
    Guessing guessing;

    @Inject
    EndingSessions ending;

    @Inject
    Transactions transactions;

    @Inject
    Event<AccountDeleted> deleted;

    @Inject
    Clock clock;

    /**
     * @throws Refusal {@code invalid_request} that names {@code password} if it is wrong; {@code conflict} for the last
     *     administrator; {@code rate_limited}
     */
    void delete(Caller caller, String password) {
        String known = accounts.byId(caller.accountId()).orElseThrow().passwordHash();
        if (!guessing.right(caller.username(), password, known, Payer.of(caller))) {
            throw wrong();
        }
        transactions.run(() -> {
            administrators.passGate();
            bury(accounts.lock(caller.accountId()), known);
        });
    }

    private void bury(Account account, String known) {
        if (!known.equals(account.passwordHash())) {
            throw wrong();
        }
        if (account.admin() && !administrators.besides(account)) {
            throw Refusal.of(Code.CONFLICT, "This is the last administrator of the server. Add another one first.");
        }
        Instant now = clock.instant();
        account.delete(now);
        ending.endAll(account, false);
        entities.persist(new Departure(account.id(), now));
        deleted.fire(new AccountDeleted(account.id()));
    }

    private static Refusal wrong() {
        return Refusal.invalid("password", "is not your password");
    }
}
