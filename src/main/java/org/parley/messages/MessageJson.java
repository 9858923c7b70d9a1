package org.parley.messages;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.parley.rooms.LogName;

/**
 * A message as its reader sees it. Its log is named as the reader knows it: {@code room}, or in a private
 * conversation {@code with}, the other person's username.
 */
public record MessageJson(
        String room,
        @JsonInclude(JsonInclude.Include.NON_NULL) String with,
        long seq,
        UUID clientId,
        String kind,
        SenderJson sender,
        String body,
        @JsonUnwrapped Details details,
        Instant createdAt,
        @JsonUnwrapped LoggedMessage.State state,
        @JsonInclude(JsonInclude.Include.NON_NULL) LoggedMessage.SystemNotice system) {

    /**
     * The sender.
     *
     * @param username {@code null} when the account is gone
     * @param avatarUrl relative to the page; {@code null} without a picture
     */
    public record SenderJson(String username, String displayName, String avatarUrl) {
        static SenderJson of(Sender sender) {
            return new SenderJson(sender.username(), sender.displayName(), sender.avatarUrl());
        }
    }

    /** @param log as the reader calls it now */
    public static MessageJson of(LogName log, LoggedMessage message) {
        return new MessageJson(
                log.room(),
                log.with(),
                message.seq(),
                message.clientId(),
                message.kind(),
                SenderJson.of(message.sender()),
                message.body(),
                message.details(),
                message.createdAt(),
                message.state(),
                message.system());
    }
}
