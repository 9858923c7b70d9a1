package org.parley.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.parley.problems.Refusal;

/** Changes what people say about themselves. */
@ApplicationScoped
class EditingProfiles {
    @Inject
    Accounts accounts;

    /** @param displayName or {@code bio}: {@code null} leaves it as it is */
    @Transactional
    void edit(Caller caller, String displayName, String bio) {
        Account account = accounts.byId(caller.accountId()).orElseThrow(Refusal::notFound);
        if (displayName != null) {
            account.displayName(displayName);
        }
        if (bio != null) {
            account.bio(bio);
        }
    }
}
