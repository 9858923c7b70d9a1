package org.parley.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.parley.problems.Refusal;

/** Changes the display name and the bio of the caller. */
@ApplicationScoped
class EditingProfiles {
    @Inject
    Accounts accounts;

    @Inject
    Event<ProfileChanged> changed;

    /** @param displayName the new name, or {@code null} to keep the old one; the same for {@code bio} */
    @Transactional
    void edit(Caller caller, String displayName, String bio) {
        Account account = accounts.byId(caller.accountId()).orElseThrow(Refusal::notFound);
        if (displayName != null) {
            account.displayName(displayName);
        }
        if (bio != null) {
            account.bio(bio);
        }
        changed.fire(new ProfileChanged(caller.accountId()));
    }
}
