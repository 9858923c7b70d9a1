package org.parley.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.parley.accounts.Caller;
import org.parley.accounts.OwnData;
import org.parley.system.Paging;

/** The caller's sessions, for the download of their data. */
@ApplicationScoped
class OwnSessions implements OwnData {
    @Inject
    ListingSessions listing;

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public Page<ListingSessions.SessionInfoJson> records(Caller caller, Paging paging) {
        ListingSessions.SessionsJson page = listing.page(caller, caller.accountId(), paging);
        return new Page<>(page.sessions(), page.next());
    }
}
