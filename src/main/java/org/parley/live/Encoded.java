package org.parley.live;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Protocol frames as JSON in UTF-8, encoded once and shared by all who get them; one goes out alone, several as a JSON
 * array.
 */
final class Encoded {
    private static final int FIN_AND_TEXT = 0x81;
    private static final int LONGEST_IN_7_BITS = 125;
    private static final int LONGEST_IN_16_BITS = 0xFFFF;
    private static final int FOLLOWED_BY_16_BITS = 126;
    private static final int FOLLOWED_BY_64_BITS = 127;
    private static final int LONGEST_HEADER = 10;

    private final byte[] objects;
    private final boolean several;
    private volatile ByteBuffer frame;
    private volatile String text;

    private Encoded(byte[] objects, boolean several) {
        this.objects = objects;
        this.several = several;
    }

    /** @param object JSON in UTF-8, which is not changed any more */
    static Encoded one(byte[] object) {
        return new Encoded(object, false);
    }

    /** @param frames at least one; in a WebSocket frame of their own they stand one behind the other */
    static Encoded joined(List<Encoded> frames) {
        if (frames.size() == 1) {
            return frames.get(0);
        }
        ByteBuffer all =
                ByteBuffer.allocate(frames.stream().mapToInt(Encoded::length).sum() + frames.size() - 1);
        for (Encoded next : frames) {
            if (all.position() > 0) {
                all.put((byte) ',');
            }
            all.put(next.objects);
        }
        return new Encoded(all.array(), true);
    }

    /** Octets; what an outbox counts. */
    int length() {
        return objects.length;
    }

    /** The text of the WebSocket frame. Threads that meet here make the same one twice, at worst; so with {@link #frame}. */
    String text() {
        if (text == null) {
            String content = new String(objects, StandardCharsets.UTF_8);
            text = several ? "[" + content + "]" : content;
        }
        return text;
    }

    /** The whole WebSocket frame, header and payload, of a server (RFC 6455, 5.2: unmasked). Each caller has its own position. */
    ByteBuffer frame() {
        if (frame == null) {
            frame = framed();
        }
        return frame.duplicate();
    }

    private ByteBuffer framed() {
        int length = several ? objects.length + 2 : objects.length;
        ByteBuffer whole = ByteBuffer.allocate(LONGEST_HEADER + length);
        whole.put((byte) FIN_AND_TEXT);
        if (length <= LONGEST_IN_7_BITS) {
            whole.put((byte) length);
        } else if (length <= LONGEST_IN_16_BITS) {
            whole.put((byte) FOLLOWED_BY_16_BITS).putShort((short) length);
        } else {
            whole.put((byte) FOLLOWED_BY_64_BITS).putLong(length);
        }
        if (several) {
            whole.put((byte) '[').put(objects).put((byte) ']');
        } else {
            whole.put(objects);
        }
        return whole.flip();
    }
}
