package org.parley.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.parley.accounts.UserJson;
import org.parley.drafts.DraftChanged;
import org.parley.drafts.DraftJson;
import org.parley.messages.LoggedMessage;
import org.parley.messages.MessageJson;
import org.parley.presence.Presence.State;
import org.parley.problems.FieldError;
import org.parley.problems.Refusal;
import org.parley.reading.MarksMoved;
import org.parley.rooms.LogName;
import org.parley.rooms.MembershipArranged;
import org.parley.rooms.Room;
import org.parley.rooms.RoomJson;

/** The frames of the server, as the contract defines them. {@code ref} is the client's own mark on its request. */
final class Frames {
    private Frames() {}

    record ConnectionEstablished(String type, UserJson user, String connectionId, Instant serverTime) implements Frame {
        static ConnectionEstablished of(UserJson user, String connectionId, Instant now) {
            return new ConnectionEstablished("connection_established", user, connectionId, now);
        }
    }

    record RoomJoined(
            String type,
            @JsonInclude(JsonInclude.Include.NON_NULL) Object ref,
            String room,
            String id,
            long head,
            String role,
            Collection<String> online,
            int onlineCount)
            implements Frame {}

    record Gap(String type, @JsonUnwrapped LogName log, long from, long to) implements Frame {
        static Gap of(LogName log, long from, long to) {
            return new Gap("gap", log, from, to);
        }
    }

    record CaughtUp(String type, @JsonUnwrapped LogName log, long seq) implements Frame {
        static CaughtUp of(LogName log, long seq) {
            return new CaughtUp("caught_up", log, seq);
        }
    }

    record RoomLeft(String type, @JsonInclude(JsonInclude.Include.NON_NULL) Object ref, String room) implements Frame {
        static RoomLeft of(Object ref, String room) {
            return new RoomLeft("room_left", ref, room);
        }
    }

    record MessageSent(
            String type,
            @JsonInclude(JsonInclude.Include.NON_NULL) Object ref,
            @JsonInclude(JsonInclude.Include.NON_NULL) String room,
            @JsonInclude(JsonInclude.Include.NON_NULL) String to,
            long seq,
            MessageJson message)
            implements Frame {
        /** @param log the sender's name for the log */
        static MessageSent of(Object ref, LogName log, LoggedMessage message) {
            return new MessageSent(
                    "message_sent", ref, log.room(), log.with(), message.seq(), MessageJson.of(log, message));
        }
    }

    record Done(String type, @JsonInclude(JsonInclude.Include.NON_NULL) Object ref) implements Frame {
        static Done of(Object ref) {
            return new Done("done", ref);
        }
    }

    record Pong(String type, @JsonInclude(JsonInclude.Include.NON_NULL) Object ref) implements Frame {
        static Pong of(Object ref) {
            return new Pong("pong", ref);
        }
    }

    record Attendance(String type, String room, Collection<String> usernames, int onlineCount) implements Frame {}

    record Typing(String type, @JsonUnwrapped LogName log, String username) implements Frame {}

    record Receipt(String type, @JsonUnwrapped LogName log, String username, long deliveredSeq, long readSeq)
            implements Frame {
        static Receipt of(LogName log, String username, MarksMoved.Mark mark) {
            return new Receipt("receipt", log, username, mark.deliveredSeq(), mark.readSeq());
        }
    }

    /** Something that concerns a user in a room; fields that the kind does not have are left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Notification(
            String type,
            String kind,
            String room,
            String id,
            Long seq,
            String by,
            MessageJson message,
            Long head,
            Integer mentions)
            implements Frame {
        /** A person mentioned the user, or replied to them. */
        static Notification of(String kind, Room room, LoggedMessage message) {
            LogName log = LogName.room(room.name());
            return new Notification(
                    "notification",
                    kind,
                    room.name(),
                    room.wireId(),
                    message.seq(),
                    message.username(),
                    MessageJson.of(log, message),
                    null,
                    null);
        }

        /** The user's membership has changed. */
        static Notification of(String kind, String room, long roomId, String by) {
            return new Notification("notification", kind, room, Room.wireId(roomId), null, by, null, null, null);
        }

        /** @param mentions how many unread messages mention the user */
        static Notification unread(Room room, long head, int mentions) {
            return new Notification(
                    "notification", "unread", room.name(), room.wireId(), null, null, null, head, mentions);
        }
    }

    /** The room's staff has acted on the reader. @param until {@code null} if it has no end */
    record Sanctioned(String type, String room, String by, String reason, Instant until) implements Frame {
        /** The same for the user's own socket. */
        SanctionNotification notification(long roomId) {
            return new SanctionNotification("notification", type, room, Room.wireId(roomId), by, reason, until);
        }
    }

    record SanctionNotification(
            String type, String kind, String room, String id, String by, String reason, Instant until)
            implements Frame {}

    /** A room of the user has changed or was deleted. */
    record RoomNotification(String type, String kind, String room, String id, RoomJson update) implements Frame {
        /** @param room the name known so far; {@code update} is {@code null} if the room was deleted */
        static RoomNotification of(String room, long roomId, RoomJson update) {
            return new RoomNotification("notification", "room", room, Room.wireId(roomId), update);
        }
    }

    /** The user has arranged a room or conversation for themselves, perhaps on another device. */
    record MembershipNotification(
            String type,
            String kind,
            @JsonUnwrapped LogName log,
            String id,
            boolean favourite,
            @JsonProperty("notify") String notifyWhen)
            implements Frame {
        static MembershipNotification of(MembershipArranged arranged) {
            return new MembershipNotification(
                    "notification",
                    "membership",
                    arranged.log(),
                    Room.wireId(arranged.roomId()),
                    arranged.favourite(),
                    arranged.notifyWhen());
        }
    }

    /** A report for the staff of a room has come or changed. @param open how many reports are open now */
    record ReportNotification(String type, String kind, String room, String id, long seq, String state, long open)
            implements Frame {}

    record Presence(String type, String username, String presence, Instant lastSeenAt) implements Frame {
        static Presence of(UserJson user, State state) {
            return new Presence("presence", user.username(), state.wire(), user.lastSeenAt());
        }
    }

    /** The name, text or picture of a person has changed. */
    record UserUpdated(String type, UserJson user) implements Frame {
        static UserUpdated of(UserJson user) {
            return new UserUpdated("user_updated", user);
        }
    }

    /** What the user has typed and not sent was changed on a device. @param draft {@code null} if there is none now */
    record Draft(String type, @JsonUnwrapped LogName log, DraftJson draft) implements Frame {
        static Draft of(DraftChanged changed) {
            return new Draft("draft", changed.log(), changed.draft());
        }
    }

    /** @param room the name known so far */
    record RoomUpdated(String type, String room, RoomJson update) implements Frame {
        static RoomUpdated of(String room, RoomJson update) {
            return new RoomUpdated("room_updated", room, update);
        }
    }

    record RoomDeleted(String type, String room, String by) implements Frame {
        static RoomDeleted of(String room, String by) {
            return new RoomDeleted("room_deleted", room, by);
        }
    }

    record Error(
            String type,
            Object ref,
            String code,
            String detail,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors,
            @JsonInclude(JsonInclude.Include.NON_NULL) Long retryAfter,
            @JsonInclude(JsonInclude.Include.NON_NULL) Optional<Instant> until,
            @JsonInclude(JsonInclude.Include.NON_NULL) Optional<String> reason)
            implements Frame {
        static Error of(Object ref, Refusal refusal) {
            return new Error(
                    "error",
                    ref,
                    refusal.code().wire(),
                    refusal.detail(),
                    refusal.errors(),
                    refusal.retryAfterSeconds(),
                    refusal.until(),
                    refusal.reason());
        }
    }
}
