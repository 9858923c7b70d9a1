package org.parley.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.parley.messages.Details;
import org.parley.rooms.LogName;

/** @param next the cursor of the next page; {@code null} at the end */
record ActivityJson(List<Item> items, String next) {
    /**
     * Something that another person did and that concerns the reader.
     *
     * @param kind {@code mention}, {@code reply} or {@code reaction}
     * @param log the reader's name for the room or conversation
     * @param seq the message that mentions or answers the reader, or the reader's own message that got the reaction
     * @param by the username of the person
     * @param excerpt of that message, as it is now
     * @param files what stands in for its text; {@code null} unless it has files and no text
     */
    record Item(
            String kind,
            @JsonUnwrapped LogName log,
            long seq,
            String by,
            @JsonInclude(JsonInclude.Include.NON_NULL) String emoji,
            String excerpt,
            @JsonInclude(JsonInclude.Include.NON_NULL) Details.Files files,
            Instant createdAt) {}
}
