package org.parley.roomfile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * A line of {@code log.ndjson}, before anything about it is checked: a frame as the log of a room shows it. Only what
 * an import uses is read.
 *
 * @param message as it was at the export; only new messages need it
 */
record LogLine(String type, Long seq, Long target, String emoji, Said message) {
    record Said(
            String clientId,
            String kind,
            From sender,
            String body,
            List<Attached> attachments,
            Answered replyTo,
            String mentionsAll,
            List<Reacted> reactions,
            Instant createdAt,
            Instant editedAt,
            Boolean deleted,
            Boolean pinned,
            Told system) {}

    record From(String username, String displayName) {}

    record Attached(String id, String name) {}

    record Answered(Long seq) {}

    record Reacted(String emoji, Long count) {}

    record Told(String action, JsonNode value) {}
}
