package org.parley.rights;

/** The kinds of people, by their relation to a room. */
public enum Who {
    ANONYMOUS,
    STRANGER,
    MEMBER,
    MUTED,
    KICKED,
    BANNED,
    MODERATOR,
    OWNER,
    /** An administrator of the server who is not a member. */
    ADMIN;

    boolean outside() {
        return this == STRANGER || this == KICKED;
    }

    boolean inside() {
        return this == MEMBER || this == MUTED || this == MODERATOR || this == OWNER;
    }
}
