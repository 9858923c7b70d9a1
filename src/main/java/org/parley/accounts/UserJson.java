package org.parley.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.parley.presence.Presence;

/**
 * A person as everybody may see them.
 *
 * @param username {@code null} if the account is deleted; then the display name is empty, too
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record UserJson(
        String username,
        String displayName,
        String bio,
        String avatarUrl,
        String role,
        String presence,
        Instant lastSeenAt,
        Instant createdAt) {

    static UserJson of(Account account, Presence.State presence, Instant lastSeenAt) {
        return new UserJson(
                account.username(),
                account.displayName(),
                account.bio(),
                AvatarUrl.of(account.username(), account.avatarId()),
                account.role(),
                presence.wire(),
                lastSeenAt,
                account.createdAt());
    }
}
