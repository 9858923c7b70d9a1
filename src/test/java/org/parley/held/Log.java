package org.parley.held;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.parley.harness.Json;

/** The messages of a room or a conversation, with numbered frames applied as docs/protocol.md says. */
final class Log {
    private final TreeMap<Long, ObjectNode> messages = new TreeMap<>();
    private long head;

    /** Begins with a page that contains the whole log. */
    void fill(JsonNode page) {
        page.path("messages").forEach(this::put);
        head = Math.max(head, page.path("head").asLong());
    }

    void apply(JsonNode frame) {
        head = Math.max(head, frame.path("seq").asLong());
        if (frame.has("emoji")) {
            react(frame);
        } else if (frame.path("type").asText().endsWith("pinned")) {
            messages.get(frame.path("target").asLong())
                    .put("pinned", frame.path("type").asText().equals("message_pinned"));
        } else if (!frame.has("message")) {
            delete(frame.path("target").asLong());
        } else {
            put(frame.path("message"));
            if (!frame.has("target")) {
                answered(frame.path("message"), 1);
            } else {
                quote(frame.path("target").asLong(), frame.path("message"));
            }
        }
    }

    private void answered(JsonNode reply, int more) {
        ObjectNode target = messages.get(reply.path("replyTo").path("seq").asLong());
        if (target != null) {
            target.put("replyCount", target.path("replyCount").asLong() + more);
        }
    }

    private void put(JsonNode message) {
        messages.put(message.path("seq").asLong(), message.deepCopy());
    }

    private void delete(long target) {
        answered(messages.get(target), -1);
        messages.get(target)
                .put("body", "")
                .putNull("editedAt")
                .put("deleted", true)
                .put("pinned", false)
                .putNull("mentionsAll")
                .putArray("mentions");
        messages.get(target).putArray("reactions");
        messages.get(target).putArray("attachments");
        quote(target, messages.get(target));
    }

    /** The frame says how many people react. A new emoji and a new person come last. */
    private void react(JsonNode frame) {
        ArrayNode kinds = messages.get(frame.path("target").asLong()).withArray("reactions");
        ObjectNode kind = kind(kinds, frame.path("emoji"));
        Set<String> people = new LinkedHashSet<>();
        kind.path("usernames").forEach(name -> people.add(name.asText()));
        if (frame.path("type").asText().equals("reaction_added")) {
            people.add(frame.path("username").asText());
        } else {
            people.remove(frame.path("username").asText());
        }
        kind.set("count", frame.path("count"));
        people.forEach(kind.putArray("usernames")::add);
        List<JsonNode> left = new ArrayList<>();
        kinds.forEach(left::add);
        left.removeIf(each -> each.path("count").asLong() == 0);
        kinds.removeAll().addAll(left);
    }

    private static ObjectNode kind(ArrayNode kinds, JsonNode emoji) {
        for (JsonNode kind : kinds) {
            if (kind.path("emoji").equals(emoji)) {
                return (ObjectNode) kind;
            }
        }
        ObjectNode added = kinds.addObject();
        added.set("emoji", emoji);
        return added;
    }

    /** Replies show how the message begins now, or its files; the texts of these tests are short. */
    private void quote(long target, JsonNode shown) {
        for (ObjectNode message : messages.values()) {
            if (message.path("replyTo").path("seq").asLong() == target) {
                ObjectNode quote = (ObjectNode) message.path("replyTo");
                quote.set("excerpt", shown.path("body"));
                quote.remove("files");
                if (shown.path("body").asText().isEmpty()
                        && !shown.path("attachments").isEmpty()) {
                    quote.set("files", files(shown.path("attachments")));
                }
            }
        }
    }

    private static ObjectNode files(JsonNode attachments) {
        int pictures = 0;
        for (JsonNode file : attachments) {
            pictures += file.has("thumbnailUrl") ? 1 : 0;
        }
        return Json.of(
                "count",
                attachments.size(),
                "pictures",
                pictures,
                "name",
                attachments.path(0).path("name"));
    }

    void rename(JsonNode name) {
        messages.values().forEach(message -> message.set("room", name));
    }

    ArrayNode all() {
        return JsonNodeFactory.instance.arrayNode().addAll(messages.values());
    }

    /** The summary in a list of rooms or conversations. @param readSeq how far the reader has read */
    ObjectNode summary(String reader, long readSeq) {
        long unread = messages.tailMap(readSeq, false).values().stream()
                .filter(message -> !message.has("system"))
                .filter(message -> !message.path("deleted").asBoolean())
                .filter(message -> !sender(message).equals(reader))
                .count();
        return Json.of("head", head, "unread", unread, "lastMessage", messages.lastEntry() == null ? null : last());
    }

    private JsonNode last() {
        return messages.lastEntry().getValue();
    }

    private static String sender(JsonNode message) {
        return message.path("sender").path("username").asText();
    }
}
