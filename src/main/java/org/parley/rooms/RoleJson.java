package org.parley.rooms;

import java.util.Arrays;
import org.parley.problems.Refusal;

/** The role that a member is to get. */
record RoleJson(String role) {
    /** @throws Refusal {@code invalid_request} if there is no such role */
    Role judged() {
        return Arrays.stream(Role.values())
                .filter(known -> known.wire().equals(role))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("role", "must be owner, moderator or member"));
    }
}
