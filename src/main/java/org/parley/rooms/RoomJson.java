package org.parley.rooms;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import org.parley.accounts.UserJson;

/**
 * A room as one reader sees it.
 *
 * @param id {@code null} for a private conversation that was not made yet
 * @param name {@code null} for a private conversation
 * @param owner username of the longest-standing owner, or {@code null}
 * @param lastMessage the newest message as JSON, or {@code null}
 * @param peer with whom the reader talks in a private conversation; rooms do not have the field
 * @param membership empty for strangers, who are told {@code null}; {@code null} in frames for many readers, which do
 *     not have the field
 */
public record RoomJson(
        String id,
        String name,
        String topic,
        String kind,
        boolean hasPassword,
        String owner,
        boolean archived,
        int slowModeSeconds,
        Instant createdAt,
        long head,
        long memberCount,
        int onlineCount,
        LastMessage lastMessage,
        @JsonInclude(JsonInclude.Include.NON_NULL) UserJson peer,
        @JsonInclude(JsonInclude.Include.NON_NULL) Optional<MembershipJson> membership) {}
