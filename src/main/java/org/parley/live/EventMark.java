package org.parley.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How far a stream of events has come in each log: what its client returns with. Written as pairs of room id and number in
 * base 36. All the rooms that were asked for are in it, and of the conversations the latest that find place. The thread
 * that opens the stream still adds rooms while frames of the first ones leave on other threads, hence the lock.
 */
final class EventMark {
    /** In characters; the contract has 2 KiB. */
    private static final int LONGEST = 2000;

    private static final int BASE = Character.MAX_RADIX;
    private static final Pattern FORM =
            Pattern.compile("[0-9a-z]{1,13}\\.[0-9a-z]{1,12}(,[0-9a-z]{1,13}\\.[0-9a-z]{1,12})*");

    private final Map<Long, Long> rooms = new HashMap<>();
    /** The one that was heard of last stands last. */
    private final Map<Long, Long> conversations = new LinkedHashMap<>();

    private final Map<String, Long> roomIds = new HashMap<>();
    private final Function<String, Long> conversationIds;
    /** As it is written; {@code null} when it has moved since. Most frames move nothing: typing, receipts, presence. */
    private String text = "";

    /**
     * @param conversationIds the room id of a conversation by the other's username, or {@code null}; is called with the
     *     mark's lock held, so it must not wait
     */
    EventMark(Function<String, Long> conversationIds) {
        this.conversationIds = conversationIds;
    }

    /** @return the number that was reached in each log, by room id; empty if it is no mark */
    static Optional<Map<Long, Long>> read(String text) {
        if (text.length() > LONGEST || !FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            Map<Long, Long> marks = new HashMap<>();
            for (String pair : text.split(",")) {
                int dot = pair.indexOf('.');
                marks.put(Long.parseLong(pair.substring(0, dot), BASE), Long.parseLong(pair.substring(dot + 1), BASE));
            }
            return Optional.of(marks);
        } catch (NumberFormatException tooGreat) {
            return Optional.empty();
        }
    }

    /**
     * To be called with each frame that leaves, in order.
     *
     * @return the mark that the frame leaves with; empty while nothing is known of any log
     */
    synchronized String follow(JsonNode frame) {
        move(frame);
        if (text == null) {
            text = text();
        }
        return text;
    }

    private void move(JsonNode frame) {
        switch (frame.path("type").asText()) {
            case "room_joined" -> joined(frame);
            case "room_updated" ->
                roomIds.computeIfAbsent(
                        frame.path("update").path("name").asText(), name -> roomIds.get(text(frame, "room")));
            case "gap" -> reached(frame, "to");
            case "new_message", "private_message", "message_sent", "message_deleted", "caught_up" ->
                reached(frame, "seq");
            default -> {
                // Other frames name messages that the client may not have yet: a mention can overtake a catch-up.
            }
        }
    }

    /** What is still to be caught up with is not in the mark yet. */
    private void joined(JsonNode frame) {
        long id = Long.parseLong(text(frame, "id").substring(1), BASE);
        roomIds.put(text(frame, "room"), id);
        rooms.putIfAbsent(id, frame.path("head").asLong());
        text = null;
    }

    /** The client came with this number of a room, and will be given what follows. */
    synchronized void begin(long roomId, long seq) {
        rooms.put(roomId, seq);
        text = null;
    }

    private void reached(JsonNode frame, String field) {
        boolean conversation = frame.has("with");
        Long id = conversation ? conversationIds.apply(text(frame, "with")) : roomIds.get(text(frame, "room"));
        if (id != null && frame.has(field)) {
            Map<Long, Long> marks = conversation ? conversations : rooms;
            // A gap is where they are, also if they were further in a log that is not the one they knew.
            Long before = field.equals("to") ? null : marks.get(id);
            text = null;
            marks.remove(id);
            marks.put(
                    id, Math.max(before == null ? 0 : before, frame.path(field).asLong()));
        }
    }

    private static String text(JsonNode frame, String field) {
        return frame.path(field).asText();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        rooms.forEach((id, seq) -> add(text, id, seq));
        List<Map.Entry<Long, Long>> latest = new ArrayList<>(conversations.entrySet());
        Collections.reverse(latest);
        latest.forEach(mark -> add(text, mark.getKey(), mark.getValue()));
        return text.toString();
    }

    private static void add(StringBuilder text, long id, long seq) {
        String pair = Long.toString(id, BASE) + "." + Long.toString(seq, BASE);
        if (text.length() + pair.length() < LONGEST) {
            text.append(text.isEmpty() ? "" : ",").append(pair);
        }
    }
}
