package org.parley.rooms;

import java.time.Instant;
import org.parley.accounts.UserJson;

/** A member of a room, as the other members see them. */
record MemberJson(UserJson user, String role, boolean online, Instant joinedAt, long deliveredSeq, long readSeq) {}
