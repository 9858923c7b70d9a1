package org.parley.rights;

/** How somebody may stand to a room. */
public enum Who {
    ANONYMOUS,
    STRANGER,
    MEMBER,
    MUTED,
    KICKED,
    BANNED,
    MODERATOR,
    OWNER,
    /** Of the server, and no member. */
    ADMIN;

    boolean outside() {
        return this == STRANGER || this == KICKED;
    }

    boolean inside() {
        return this == MEMBER || this == MUTED || this == MODERATOR || this == OWNER;
    }
}
