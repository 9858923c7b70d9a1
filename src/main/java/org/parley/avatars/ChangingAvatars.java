package org.parley.avatars;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.parley.accounts.Account;
import org.parley.accounts.AccountRemains;
import org.parley.accounts.Accounts;
import org.parley.accounts.ProfileChanged;
import org.parley.files.KeepingPictures;

/** Gives a person another picture, or none. The former one is removed. */
@ApplicationScoped
@Transactional
class ChangingAvatars implements AccountRemains {
    @Inject
    Accounts accounts;

    @Inject
    KeepingPictures pictures;

    @Inject
    Event<ProfileChanged> changed;

    void change(long accountId, UUID stored) {
        pictures.hold(stored);
        exchange(accounts.lock(accountId), stored);
    }

    void remove(long accountId) {
        Account account = accounts.lock(accountId);
        if (account.avatarId() != null) {
            exchange(account, null);
        }
    }

    /** Tells nobody: people hear of the deleted account already. */
    @Override
    public void forget(long accountId) {
        Account account = accounts.lock(accountId);
        if (account.avatarId() != null) {
            pictures.letGo(account.avatarId());
            account.avatar(null);
        }
    }

    private void exchange(Account account, UUID stored) {
        if (account.avatarId() != null) {
            pictures.letGo(account.avatarId());
        }
        account.avatar(stored);
        changed.fire(new ProfileChanged(account.id()));
    }
}
