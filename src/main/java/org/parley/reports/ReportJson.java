package org.parley.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.parley.messages.MessageJson;

/**
 * A report as its reader sees it; what is not for the reader is left out.
 *
 * @param message as it is now
 * @param by {@code null} when the reporter's account is gone
 * @param settledBy for those who may settle it, once somebody did
 * @param room for administrators, the room's name …
 * @param between … or, of a private conversation, whose it is
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
