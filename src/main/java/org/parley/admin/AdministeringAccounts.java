package org.parley.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.parley.accounts.Account;
import org.parley.accounts.AccountAdministered;
import org.parley.accounts.AccountAdministered.Action;
import org.parley.accounts.Accounts;
import org.parley.accounts.Administrators;
import org.parley.accounts.Caller;
import org.parley.accounts.Passwords;
import org.parley.accounts.Payer;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.sessions.EndingSessions;
import org.parley.system.Transactions;

/**
 * What administrators do to accounts. The gate lets one action in at a time, so that each sees the result of the one
 * before. An action that changes nothing is not recorded.
 */
@ApplicationScoped
class AdministeringAccounts {
    @Inject
    Administrators administrators;

    @Inject
    Accounts accounts;

    @Inject
    Passwords passwords;

    @Inject
    EndingSessions ending;

    @Inject
    Transactions transactions;

    @Inject
    Event<AccountAdministered> administered;

    @Inject
    Clock clock;

    /** The administrator who acts, and the locked account. */
    private record Act(Caller by, Account account) {
        boolean self() {
            return by.accountId() == account.id();
        }
    }

    /** What to do under the lock. */
    private interface Deed {
        void to(Act act);
    }

    /**
     * Changes an account.
     *
     * @throws Refusal {@code not_found}; {@code forbidden} if the caller is no longer an administrator;
     *     {@code conflict} if no administrator would be left, or if callers would lock themselves out;
     *     {@code rate_limited}
     */
    void change(Caller caller, String username, AccountChange change) {
        long target = id(username);
        String hash = change.password() == null ? null : passwords.hash(change.password(), Payer.of(caller));
        behindTheGate(caller, target, act -> {
            // The gravest change first, because sockets close with the first reason that they get.
            disabled(act, change.disabled());
            password(act, hash);
            role(act, change.admin());
        });
    }

    private long id(String username) {
        return accounts.byName(username).orElseThrow(Refusal::notFound).id();
    }

    private void behindTheGate(Caller caller, long accountId, Deed deed) {
        transactions.run(() -> {
            administrators.passGate();
            if (!administrators.include(caller.accountId())) {
                throw Refusal.of(Code.FORBIDDEN, "Your role does not allow this.");
            }
            deed.to(new Act(caller, accounts.lock(accountId)));
        });
    }

    private void disabled(Act act, Boolean disabled) {
        if (disabled == null || disabled == act.account().disabled()) {
            return;
        }
        if (!disabled) {
            act.account().enable();
            tell(act, Action.ENABLE);
            return;
        }
        if (act.self()) {
            throw Refusal.of(Code.CONFLICT, "You cannot disable your own account.");
        }
        if (act.account().admin()) {
            spareTheLast(act);
        }
        act.account().disable(clock.instant());
        ending.endAll(act.account(), true);
        tell(act, Action.DISABLE);
    }

    private void spareTheLast(Act act) {
        if (!act.account().disabled() && !administrators.besides(act.account())) {
            throw Refusal.of(Code.CONFLICT, "This is the last administrator of the server. Add another one first.");
        }
    }

    /**
     * Refuses the caller's own account: a change of one's own password must ask for the old one, or an unattended
     * session would be enough.
     */
    private void password(Act act, String hash) {
        if (hash == null) {
            return;
        }
        if (act.self()) {
            throw Refusal.of(Code.CONFLICT, "Change your own password in your settings, where you enter the old one.");
        }
        act.account().passwordHash(hash);
        ending.endAll(act.account(), false);
        tell(act, Action.PASSWORD);
    }

    private void role(Act act, Boolean admin) {
        if (admin == null || admin == act.account().admin()) {
            return;
        }
        if (!admin) {
            spareTheLast(act);
        }
        act.account().admin(admin);
        tell(act, admin ? Action.MAKE_ADMIN : Action.UNMAKE_ADMIN);
    }

    /** @throws Refusal {@code not_found}, {@code forbidden} */
    void endSessions(Caller caller, String username) {
        behindTheGate(caller, id(username), act -> {
            if (ending.endAll(act.account(), false)) {
                tell(act, Action.END_SESSIONS);
            }
        });
    }

    /** @throws Refusal {@code not_found}, also for a session that is over or of another account; {@code forbidden} */
    void endSession(Caller caller, String username, UUID session) {
        behindTheGate(caller, id(username), act -> {
            ending.revoke(act.account().id(), session);
            tell(act, Action.END_SESSION);
        });
    }

    private void tell(Act act, Action action) {
        administered.fire(new AccountAdministered(
                action, act.by().accountId(), act.account().id()));
    }
}
