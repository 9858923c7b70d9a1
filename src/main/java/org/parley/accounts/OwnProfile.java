package org.parley.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.parley.system.Paging;

/** The caller's profile, for the download of their data. */
@ApplicationScoped
class OwnProfile implements OwnData {
    @Inject
    Users users;

    @Inject
    Accounts accounts;

    record ProfileRecord(
            String username, String displayName, String bio, String role, Instant createdAt, Instant lastSeenAt) {}

    @Override
    public String name() {
        return "profile";
    }

    @Override
    public Page<ProfileRecord> records(Caller caller, Paging paging) {
        return new Page<>(
                accounts.byId(caller.accountId()).map(account -> json(users.of(account))).stream()
                        .toList(),
                null);
    }

    private static ProfileRecord json(UserJson user) {
        return new ProfileRecord(
                user.username(), user.displayName(), user.bio(), user.role(), user.createdAt(), user.lastSeenAt());
    }
}
