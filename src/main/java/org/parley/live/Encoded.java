package org.parley.live;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Frames of the protocol as JSON in UTF-8, encoded once and shared by all listeners. One frame is sent as an object,
 * several as a JSON array.
 */
final class Encoded {
    /** What a frame does to its reader's place in a log. */
    enum Move {
        /** No effect: the frame may name a message that its reader does not have yet. */
        NONE,
        /** The log is a room's. Its reader begins at the number, unless it came with a number of its own. */
        JOINED,
        /** Its reader has everything up to the number. */
        GIVEN,
        /** Its reader is set to the number, which may be lower than before. */
        SET
    }

    private static final Reference<Encoded> NONE = new WeakReference<>(null);

    private final String type;
    /** {@code null} for several frames. */
    private final byte[] json;
    /** {@code null} for one frame. */
    private final List<Encoded> parts;

    private final int length;
    private final Move move;
    private final long roomId;
    private final long seq;
    private volatile ByteBuffer frame;
    private volatile String text;

    /** The last that was joined of this one and others after it. Weak, or one old frame would keep all later ones. */
    private volatile Reference<Encoded> joined = NONE;

    private Encoded(String type, byte[] json, Move move, long roomId, long seq) {
        this.type = type;
        this.json = json;
        this.parts = null;
        this.length = json.length;
        this.move = move;
        this.roomId = roomId;
        this.seq = seq;
    }

    private Encoded(List<Encoded> parts, int length) {
        this.type = null;
        this.json = null;
        this.parts = parts;
        this.length = length;
        this.move = Move.NONE;
        this.roomId = 0;
        this.seq = 0;
    }

    /** @param json in UTF-8, which is not changed any more */
    static Encoded one(String type, byte[] json) {
        return new Encoded(type, json, Move.NONE, 0, 0);
    }

    /** One frame that moves its reader in a log. */
    static Encoded one(String type, byte[] json, Move move, long roomId, long seq) {
        return new Encoded(type, json, move, roomId, seq);
    }

    /**
     * Joins frames to one. In a busy room the same frames wait for most listeners, so these share the result, too.
     *
     * @param frames at least one; in their WebSocket frame they stand in this order
     */
    static Encoded joined(List<Encoded> frames) {
        Encoded first = frames.get(0);
        if (frames.size() == 1) {
            return first;
        }
        List<Encoded> parts = new ArrayList<>(frames.size());
        frames.forEach(next -> parts.addAll(next.parts()));
        Encoded last = first.joined.get();
        // Encoded has no equals, so this compares no octets.
        if (last == null || !last.parts.equals(parts)) {
            last = new Encoded(parts, parts.stream().mapToInt(Encoded::length).sum() + parts.size() - 1);
            first.joined = new WeakReference<>(last);
        }
        return last;
    }

    /** The single frames, for a writer with a format of its own. */
    List<Encoded> parts() {
        return parts == null ? List.of(this) : parts;
    }

    /** The type of one frame. */
    String type() {
        return type;
    }

    /** One frame in UTF-8; must not be changed. */
    byte[] json() {
        return json;
    }

    Move move() {
        return move;
    }

    /** The log in which it moves its reader. */
    long roomId() {
        return roomId;
    }

    /** The number to which it moves its reader. */
    long seq() {
        return seq;
    }

    /** Octets, as an outbox counts them. */
    int length() {
        return length;
    }

    /**
     * The text of the WebSocket frame. Two threads may create it twice at worst; the same is true of {@link #frame}.
     */
    String text() {
        if (text == null) {
            ByteBuffer payload = ByteBuffer.allocate(payloadLength());
            putPayload(payload);
            text = new String(payload.array(), StandardCharsets.UTF_8);
        }
        return text;
    }

    /** The whole WebSocket frame, with header and payload. Each caller gets a separate position. */
    ByteBuffer frame() {
        if (frame == null) {
            ByteBuffer whole = WebSocketFrames.text(payloadLength());
            putPayload(whole);
            frame = whole.flip();
        }
        return frame.duplicate();
    }

    private int payloadLength() {
        return parts == null ? length : length + 2;
    }

    private void putPayload(ByteBuffer payload) {
        if (parts == null) {
            payload.put(json);
            return;
        }
        byte before = '[';
        for (Encoded part : parts) {
            payload.put(before).put(part.json);
            before = ',';
        }
        payload.put((byte) ']');
    }
}
