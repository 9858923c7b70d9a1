package org.parley.avatars;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.parley.accounts.Account;
import org.parley.accounts.Accounts;
import org.parley.accounts.ProfileChanged;
import org.parley.files.KeepingPictures;

/** Gives a person another picture, or none. The former one is removed. */
@ApplicationScoped
@Transactional
class ChangingAvatars {
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

    /** Also for an account that goes away. To remove a picture twice does no harm. */
    void remove(long accountId) {
        Account account = accounts.lock(accountId);
        if (account.avatarId() != null) {
            exchange(account, null);
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
