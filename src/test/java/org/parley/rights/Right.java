package org.parley.rights;

/** Who is let in, and what the others are told: a code, or {@code null} for those who are let in. */
public enum Right {
    /** Whoever comes, signed in or not. */
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
    /** Of a private conversation, which is {@link Who#OWNER}'s with somebody. */
    PARTY {
        @Override
        String refusal(Who who) {
            return who == Who.OWNER ? null : "not_found";
        }
    },
    /** With a link into the room, which nobody but the banned is kept from using. */
    INVITED {
        @Override
        String refusal(Who who) {
            return who == Who.BANNED ? "banned" : null;
        }
    },
    /** Whoever may see the room: of a public one without a password, that is reading and entering, too. */
    SEEING {
        @Override
        String refusal(Who who) {
            return who == Who.BANNED ? "banned" : null;
        }
    },
    /** Nobody enters a private room by themselves, whoever they are. */
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

    /** Of those who are signed in, in a room that all may see. */
    abstract String refusal(Who who);

    /** @param hidden whether the room is there for its people alone */
    public String refusal(Who who, boolean hidden) {
        boolean ofTheRoom = ordinal() >= SEEING.ordinal();
        if (who == Who.ANONYMOUS && this != OPEN) {
            return "unauthenticated";
        }
        return ofTheRoom && hidden && who.outside() ? "not_found" : refusal(who);
    }
}
