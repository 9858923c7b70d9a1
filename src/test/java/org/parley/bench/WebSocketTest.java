package org.parley.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebSocketTest {
    private static final byte[] UPGRADED =
            Bytes.ascii("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n");

    private final Loop loop = new Loop(new InetSocketAddress("127.0.0.1", 1));
    private final List<String> texts = new ArrayList<>();

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void texts_are_whole_wherever_the_stream_is_cut() {
        List<String> said = List.of("short", "x".repeat(126), "y".repeat(70_000), "");
        byte[] stream = stream(said);
        for (int cut = 1; cut < 400; cut++) {
            texts.clear();
            read(stream, cut);
            assertEquals(said, texts);
        }
    }

    @Test
    void a_text_may_come_in_fragments() {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(UPGRADED);
        frame(stream, 0x01, "one ");
        frame(stream, 0x00, "text");
        frame(stream, 0x80, "!");
        frame(stream, 0x81, "another");
        read(stream.toByteArray(), stream.size());
        assertEquals(List.of("one text!", "another"), texts);
    }

    /** Hands over what was not used again with the next piece, as a connection does. */
    private void read(byte[] stream, int piece) {
        WebSocket socket = socket();
        int used = 0;
        for (int to = piece; used < stream.length; to = Math.min(stream.length, to + Math.max(piece, 1000))) {
            byte[] seen = Arrays.copyOf(stream, Math.min(to, stream.length));
            used += socket.received(seen, used, seen.length);
        }
    }

    private static byte[] stream(List<String> said) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(UPGRADED);
        said.forEach(text -> frame(stream, 0x81, text));
        return stream.toByteArray();
    }

    private static void frame(ByteArrayOutputStream stream, int first, String text) {
        int length = text.length();
        stream.write(first);
        if (length < 126) {
            stream.write(length);
        } else if (length < 1 << 16) {
            stream.writeBytes(new byte[] {126, (byte) (length >> 8), (byte) length});
        } else {
            stream.writeBytes(
                    new byte[] {127, 0, 0, 0, 0, 0, (byte) (length >> 16), (byte) (length >> 8), (byte) length});
        }
        stream.writeBytes(Bytes.ascii(text));
    }

    private WebSocket socket() {
        return new WebSocket(loop, "/live/rooms", "token") {
            @Override
            void opened() {}

            @Override
            void text(byte[] bytes, int from, int to) {
                texts.add(new String(bytes, from, to - from));
            }

            @Override
            void read(int count) {}

            @Override
            void ended(String why) {}
        };
    }
}
