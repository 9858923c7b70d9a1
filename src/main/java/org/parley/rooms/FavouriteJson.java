package org.parley.rooms;

import org.parley.problems.Refusal;

/** Whether a member wants a room at the top of their list. */
public record FavouriteJson(Boolean favourite) {
    /** @throws Refusal {@code invalid_request} if it says neither */
    public boolean judged() {
        if (favourite == null) {
            throw Refusal.invalid("favourite", "must be true or false");
        }
        return favourite;
    }
}
