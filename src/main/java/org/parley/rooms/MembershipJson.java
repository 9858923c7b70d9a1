package org.parley.rooms;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * How the reader belongs to a room.
 *
 * @param unread exactly up to 999; 1000 means that or more
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
        @JsonProperty("notify") String notifyWhen) {}
