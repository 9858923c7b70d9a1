package org.parley.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.parley.accounts.UserJson;
import org.parley.messages.Logged;
import org.parley.messages.MarksMoved;
import org.parley.messages.MessageJson;
import org.parley.problems.FieldError;
import org.parley.problems.Refusal;
import org.parley.rooms.Address;
import org.parley.rooms.RoomJson;

/** What the server says on a socket, as the contract has it; {@code ref} is the asker's own mark on its request. */
final class Frames {
    private Frames() {}

    record ConnectionEstablished(String type, UserJson user, String connectionId, Instant serverTime) {
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
            int onlineCount) {}

    record Gap(String type, @JsonUnwrapped Address log, long from, long to) {
        static Gap of(Address log, long from, long to) {
            return new Gap("gap", log, from, to);
        }
    }

    record CaughtUp(String type, @JsonUnwrapped Address log, long seq) {
        static CaughtUp of(Address log, long seq) {
            return new CaughtUp("caught_up", log, seq);
        }
    }

    record RoomLeft(String type, @JsonInclude(JsonInclude.Include.NON_NULL) Object ref, String room) {
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
            MessageJson message) {
        /** @param log as the sender calls it */
        static MessageSent of(Object ref, Address log, Logged message) {
            return new MessageSent(
                    "message_sent", ref, log.room(), log.with(), message.seq(), MessageJson.of(log, message));
        }
    }

    record Done(String type, @JsonInclude(JsonInclude.Include.NON_NULL) Object ref) {
        static Done of(Object ref) {
            return new Done("done", ref);
        }
    }

    record Pong(String type, @JsonInclude(JsonInclude.Include.NON_NULL) Object ref) {
        static Pong of(Object ref) {
            return new Pong("pong", ref);
        }
    }

    record Attendance(String type, String room, Collection<String> usernames, int onlineCount) {}

    record Typing(String type, @JsonUnwrapped Address log, String username) {}

    record Receipt(String type, @JsonUnwrapped Address log, String username, long deliveredSeq, long readSeq) {
        static Receipt of(Address log, String username, MarksMoved.Mark mark) {
            return new Receipt("receipt", log, username, mark.deliveredSeq(), mark.readSeq());
        }
    }

    record Presence(String type, String username, String presence, Instant lastSeenAt) {
        static Presence of(UserJson user) {
            return new Presence("presence", user.username(), user.presence(), user.lastSeenAt());
        }
    }

    /** @param room the name known so far */
    record RoomUpdated(String type, String room, RoomJson update) {
        static RoomUpdated of(String room, RoomJson update) {
            return new RoomUpdated("room_updated", room, update);
        }
    }

    record RoomDeleted(String type, String room, String by) {
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
            @JsonInclude(JsonInclude.Include.NON_NULL) Instant until,
            @JsonInclude(JsonInclude.Include.NON_NULL) String reason) {
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
