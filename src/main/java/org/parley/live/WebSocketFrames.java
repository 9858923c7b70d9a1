package org.parley.live;

import jakarta.websocket.CloseReason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The format of a server's WebSocket frames (RFC 6455, 5.2): not masked, and not fragmented. */
final class WebSocketFrames {
    static final int CLOSE = 0x08;
    static final int PONG = 0x0A;

    private static final int LAST = 0x80;
    private static final int TEXT = 0x01;
    private static final int OPCODE = 0x0F;
    /** The bit that all opcodes of control frames have (5.5). */
    private static final int CONTROL = 0x08;

    private static final int LONGEST_IN_7_BITS = 125;
    private static final int LONGEST_IN_16_BITS = 0xFFFF;
    private static final int FOLLOWED_BY_16_BITS = 126;
    private static final int FOLLOWED_BY_64_BITS = 127;
    private static final int LONGEST_HEADER = 10;

    private WebSocketFrames() {}

    /** A text frame up to its payload, with room for the payload. */
    static ByteBuffer text(int payload) {
        ByteBuffer frame = ByteBuffer.allocate(LONGEST_HEADER + payload).put((byte) (LAST | TEXT));
        if (payload <= LONGEST_IN_7_BITS) {
            return frame.put((byte) payload);
        }
        if (payload <= LONGEST_IN_16_BITS) {
            return frame.put((byte) FOLLOWED_BY_16_BITS).putShort((short) payload);
        }
        return frame.put((byte) FOLLOWED_BY_64_BITS).putLong(payload);
    }

    /** A whole close frame (5.5.1). */
    static byte[] close(CloseReason reason) {
        byte[] phrase = reason.getReasonPhrase().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + phrase.length)
                .put((byte) (LAST | CLOSE))
                .put((byte) (2 + phrase.length))
                .putShort((short) reason.getCloseCode().getCode())
                .put(phrase)
                .array();
    }

    static int opcode(ByteBuffer frame) {
        return frame.get(frame.position()) & OPCODE;
    }

    static boolean control(int opcode) {
        return (opcode & CONTROL) != 0;
    }
}
