package org.parley.messages;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.parley.rooms.Address;
import org.parley.rooms.LastMessage;

/** A message as its reader sees it, who calls its log by a room's name or, in a private conversation, by the other's. */
public record MessageJson(
        String room,
        @JsonInclude(JsonInclude.Include.NON_NULL) String with,
        long seq,
        UUID clientId,
        String kind,
        SenderJson sender,
        String body,
        List<Object> attachments,
        LoggedMessage.Quote replyTo,
        List<String> mentions,
        List<Object> reactions,
        Instant createdAt,
        Instant editedAt,
        boolean deleted,
        boolean pinned,
        @JsonInclude(JsonInclude.Include.NON_NULL) LoggedMessage.SystemNotice system)
        implements LastMessage {

    /** @param username {@code null} when the account is gone */
    public record SenderJson(String username, String displayName, String avatarUrl) {}

    /** @param log as the reader calls it now */
    public static MessageJson of(Address log, LoggedMessage message) {
        return new MessageJson(
                log.room(),
                log.with(),
                message.seq(),
                message.clientId(),
                message.kind(),
                new SenderJson(message.username(), message.displayName(), null),
                message.body(),
                List.of(),
                message.replyTo(),
                message.mentions(),
                List.of(),
                message.createdAt(),
                null,
                message.deleted(),
                false,
                message.system());
    }
}
