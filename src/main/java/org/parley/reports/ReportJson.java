package org.parley.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.parley.messages.MessageJson;

/**
 * A report as its reader sees it. Fields that the reader may not see are left out.
 *
 * @param message the message as it is now
 * @param by {@code null} if the reporter's account is gone
 * @param settledBy only for readers who may settle it, once it is settled
 * @param room for administrators: the room's name …
 * @param between … or the people of a private conversation
 */
record ReportJson(
        String id,
        MessageJson message,
        String by,
        String reason,
        String state,
        Instant createdAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) String settledBy,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant settledAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) String room,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<String> between) {}
