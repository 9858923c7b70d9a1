package org.parley.rooms;

import org.parley.problems.Refusal;

/** Whether strangers see a room. The wire and the table use the same two words. */
final class Visibility {
    private Visibility() {}

    /** @throws Refusal {@code invalid_request} */
    static String of(String typed) {
        if (!Room.PUBLIC.equals(typed) && !Room.PRIVATE.equals(typed)) {
            throw Refusal.invalid("visibility", "must be public or private");
        }
        return typed;
    }
}
