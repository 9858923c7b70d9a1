package org.parley.rooms;

import org.parley.accounts.Caller;

/**
 * What the door let through: the room, and how the caller belongs to it.
 *
 * @param membership {@code null} for a stranger who may read, and for a server admin who is no member
 */
public record Entry(Caller caller, Room room, Membership membership) {
    public boolean member() {
        return membership != null;
    }

    /** A public room without a password may be read by anyone signed in; every other only by members. */
    public boolean mayRead() {
        return member() || (room.publicRoom() && !room.hasPassword());
    }
}
