package org.parley.messages;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A message as the contract has it. */
public record MessageJson(
        String room,
        long seq,
        UUID clientId,
        String kind,
        SenderJson sender,
        String body,
        List<Object> attachments,
        Logged.Quote replyTo,
        List<String> mentions,
        List<Object> reactions,
        Instant createdAt,
        Instant editedAt,
        boolean deleted,
        boolean pinned,
        @JsonInclude(JsonInclude.Include.NON_NULL) Logged.SystemNotice system) {

    /** @param username {@code null} when the account is gone */
    public record SenderJson(String username, String displayName, String avatarUrl) {}

    /** @param room the room's name as the reader knows it now */
    public static MessageJson of(String room, Logged message) {
        return new MessageJson(
                room,
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
                false,
                false,
                message.system());
    }
}
