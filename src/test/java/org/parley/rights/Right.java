package org.parley.rights;

/** Who may call a route, and what the others get: an error code, or {@code null} for people who may. */
public enum Right {
    /** Everybody, signed in or not. */
    OPEN {
        @Override
        String refusal(Who who) {
            return null;
        }
    },
    SIGNED_IN {
        @Override
        String refusal(Who who) {
            return null;
        }
    },
    ADMINISTRATORS {
        @Override
        String refusal(Who who) {
            return who == Who.ADMIN ? null : "forbidden";
        }
    },
    /** Only the people of a private conversation, which is {@link Who#OWNER}'s with another person. */
    PARTY {
        @Override
        String refusal(Who who) {
            return who == Who.OWNER ? null : "not_found";
        }
    },
    /** Everybody with a link into the room, except banned people. */
    INVITED {
        @Override
        String refusal(Who who) {
            return who == Who.BANNED ? "banned" : null;
        }
    },
    /** People who may see the room; in a public room without a password they may also read and join. */
    SEEING {
        @Override
        String refusal(Who who) {
            return who == Who.BANNED ? "banned" : null;
        }
    },
    /** Files of a room; they are not found by people who may not see them, whatever the reason. */
    SHOWN {
        @Override
        String refusal(Who who) {
            return who == Who.BANNED ? "not_found" : null;
        }
    },
    /** Joining; nobody can join a private room without being added. */
    ENTERING {
        @Override
        String refusal(Who who) {
            return SEEING.refusal(who);
        }

        @Override
        public String refusal(Who who, boolean hidden) {
            return hidden && who == Who.ADMIN ? "forbidden" : super.refusal(who, hidden);
        }
    },
    /** Members, and administrators of the server. */
    INSIDE {
        @Override
        String refusal(Who who) {
            return who.outside() ? "not_member" : SEEING.refusal(who);
        }
    },
    /** Only the author of the message, who is none of these people. */
    AUTHOR {
        @Override
        String refusal(Who who) {
            String refusal = INSIDE.refusal(who);
            return refusal == null ? "forbidden" : refusal;
        }
    },
    MEMBERS {
        @Override
        String refusal(Who who) {
            return who == Who.ADMIN ? "not_member" : INSIDE.refusal(who);
        }
    },
    WRITING {
        @Override
        String refusal(Who who) {
            return who == Who.MUTED ? "muted" : MEMBERS.refusal(who);
        }
    },
    STAFF {
        @Override
        String refusal(Who who) {
            return who == Who.MEMBER || who == Who.MUTED ? "forbidden" : INSIDE.refusal(who);
        }
    },
    OWNERS {
        @Override
        String refusal(Who who) {
            return who == Who.MODERATOR ? "forbidden" : STAFF.refusal(who);
        }
    };

    /** The refusal for a signed-in person, in a room that all may see. */
    abstract String refusal(Who who);

    /** @param hidden whether the room is visible only to its people */
    public String refusal(Who who, boolean hidden) {
        boolean ofTheRoom = ordinal() >= SEEING.ordinal();
        if (who == Who.ANONYMOUS && this != OPEN) {
            return "unauthenticated";
        }
        return ofTheRoom && hidden && who.outside() ? "not_found" : refusal(who);
    }
}
