package org.parley.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A user as administrators see them. The fields are repeated here because the API description is generated from them.
 *
 * @param disabled whether sign-in with the account is blocked
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
