package org.parley.roomfile;

import java.time.Instant;
import org.parley.problems.Refusal;
import org.parley.rooms.RoomJson;
import org.parley.texts.Texts;

/**
 * What {@code room.json} says about a room.
 *
 * @param format always {@link #FORMAT}
 * @param name {@code null} for a room without a name
 * @param kind {@code public} or {@code private}
 * @param head the highest number of the log
 */
record RoomSheet(
        String format,
        Integer version,
        String name,
        String topic,
        String kind,
        Boolean hasPassword,
        Instant createdAt,
        Long head,
        Instant exportedAt) {
    static final String FORMAT = "parley-room";
    private static final int VERSION = 1;
    private static final String UNNAMED = "room-from-a-file";

    static RoomSheet of(RoomJson room, long head, Instant now) {
        return new RoomSheet(
                FORMAT,
                VERSION,
                room.name(),
                room.topic(),
                room.kind(),
                room.hasPassword(),
                room.createdAt(),
                head,
                now);
    }

    /** @throws Refusal {@code invalid_request}, if this server cannot make a room of it */
    RoomSheet judged() {
        if (!FORMAT.equals(format) || version == null || version != VERSION) {
            throw Trouble.in("room.json: it must have the format " + FORMAT + " and the version " + VERSION);
        }
        if (head == null || head < 0) {
            throw Trouble.in("room.json: head must be the highest number of the log");
        }
        return this;
    }

    /** The name that the room would like to have. */
    String wanted() {
        return name == null ? UNNAMED : name;
    }

    /** Whether everybody may read it. The password does not travel, so what it protected becomes private. */
    boolean open() {
        return "public".equals(kind) && !Boolean.TRUE.equals(hasPassword);
    }

    String safeTopic() {
        return topic == null ? "" : Texts.free("topic", topic, Texts.NOTE);
    }
}
