package org.parley.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A user as administrators see them. Written out, because the description of the interface is made from the fields.
 *
 * @param disabled whether nobody may sign in with the account
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AccountJson(
        String username,
        String displayName,
        String bio,
        String avatarUrl,
        String role,
        String presence,
        Instant lastSeenAt,
        Instant createdAt,
        boolean disabled) {
    static AccountJson of(UserJson user, boolean disabled) {
        return new AccountJson(
                user.username(),
                user.displayName(),
                user.bio(),
                user.avatarUrl(),
                user.role(),
                user.presence(),
                user.lastSeenAt(),
                user.createdAt(),
                disabled);
    }
}
