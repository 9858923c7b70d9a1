package org.parley.rooms;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.accounts.UserJson;

/**
 * A room as one reader sees it.
 *
 * @param id {@code null} for a private conversation that has not been created
 * @param name {@code null} for a private conversation, and for a private room without a name
 * @param emoji what people find the room by, or {@code null}
 * @param owner the username of the longest-standing owner, or {@code null}
 * @param lastMessage the newest message as JSON, or {@code null}
 * @param peer the other person of a private conversation; rooms do not have this field
 * @param people the members of a room without a name, also the reader; other rooms do not have this field
 * @param membership empty for strangers, written as {@code null}; {@code null} in frames for many readers, which do not
 *     have the field
 */
public record RoomJson(
        String id,
        String name,
        String topic,
        String emoji,
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
        @JsonInclude(JsonInclude.Include.NON_NULL) List<UserJson> people,
        @JsonInclude(JsonInclude.Include.NON_NULL) Optional<MembershipJson> membership) {
    /** What frames and paths call a room: its name, or its id if it has none. */
    public String key() {
        return name == null ? id : name;
    }
}
