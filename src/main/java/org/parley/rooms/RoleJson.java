package org.parley.rooms;

import java.util.Arrays;
import org.parley.problems.Refusal;

/** The role that somebody shall have. */
record RoleJson(String role) {
    /** @throws Refusal {@code invalid_request} unless it is one */
    Role judged() {
        return Arrays.stream(Role.values())
                .filter(known -> known.wire().equals(role))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("role", "must be owner, moderator or member"));
    }
}
