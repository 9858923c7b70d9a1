package org.parley.live;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The position of an event stream in each log, with which its client returns. It is written as pairs of room id and
 * number in base 36. It contains all requested rooms, and as many of the latest conversations as fit. The lock is
 * needed because the thread that opens the stream still adds rooms while other threads send frames of the first rooms.
 */
final class EventMark {
    /** In characters; the contract allows 2 KiB. */
    private static final int LONGEST = 2000;

    private static final int BASE = Character.MAX_RADIX;
    private static final Pattern FORM =
            Pattern.compile("[0-9a-z]{1,13}\\.[0-9a-z]{1,12}(,[0-9a-z]{1,13}\\.[0-9a-z]{1,12})*");

    private final Map<Long, Long> rooms = new HashMap<>();
    /** The conversation with the latest frame is the last. */
    private final Map<Long, Long> conversations = new LinkedHashMap<>();

    /** Its written form; {@code null} if it has moved since. Most frames move nothing: typing, receipts, presence. */
    private String text = "";

    /** @return the number reached in each log, by room id; empty if the text is not a mark */
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
     * Call this with each outgoing frame, in order.
     *
     * @return the mark to send with the frame; empty while no position is known
     */
    synchronized String follow(Encoded frame) {
        switch (frame.move()) {
            case JOINED -> joined(frame.roomId(), frame.seq());
            case GIVEN -> reached(frame.roomId(), Math.max(frame.seq(), of(frame.roomId())));
            case SET -> reached(frame.roomId(), frame.seq());
            case NONE -> {
                // The mark stays as it is.
            }
        }
        if (text == null) {
            text = text();
        }
        return text;
    }

    /** The mark does not yet contain what is still to be caught up with. */
    private void joined(long roomId, long head) {
        rooms.putIfAbsent(roomId, head);
        text = null;
    }

    /** The client came with this number of a room and will get what follows. */
    synchronized void begin(long roomId, long seq) {
        rooms.put(roomId, seq);
        text = null;
    }

    private long of(long roomId) {
        return rooms.getOrDefault(roomId, conversations.getOrDefault(roomId, 0L));
    }

    /** A room is in the mark from the frame on that says it was joined, so any other log is a conversation. */
    private void reached(long roomId, long seq) {
        Map<Long, Long> marks = rooms.containsKey(roomId) ? rooms : conversations;
        marks.remove(roomId);
        marks.put(roomId, seq);
        text = null;
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
