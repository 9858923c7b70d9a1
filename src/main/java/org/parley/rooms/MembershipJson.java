package org.parley.rooms;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * The reader's membership of a room.
 *
 * @param unread exact up to 999; 1000 means 1000 or more
 */
public record MembershipJson(
        String role,
        long readSeq,
        long deliveredSeq,
        Long unreadFrom,
        int unread,
        int mentions,
        boolean muted,
        Instant mutedUntil,
        boolean favourite,
        @JsonProperty("notify") String notifyWhen) {}
