package org.parley.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The client side of RFC 6455 over a {@link Peer}: handshake, texts, pings. */
abstract class WebSocket extends Peer {
    private static final byte[] END_OF_HEAD = Bytes.ascii("\r\n\r\n");
    private static final byte[] SWITCHING = Bytes.ascii("HTTP/1.1 101");
    private static final byte[] NOTHING = {};
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private final byte[] request;
    private boolean upgraded;
    private boolean over;
    private byte[] fragments = NOTHING;
    private int mask = 0x5bd1e995;

    WebSocket(Loop loop, String path, String token) {
        super(loop);
        request = Bytes.ascii("GET " + path + " HTTP/1.1\r\nHost: " + loop.server.getHostString() + ":"
                + loop.server.getPort() + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\nSec-WebSocket-Version: 13\r\n"
                + "Authorization: Bearer " + token + "\r\n\r\n");
    }

    @Override
    final void connected() {
        upgraded = false;
        over = false;
        fragments = NOTHING;
        send(ByteBuffer.wrap(request));
    }

    final void sendText(byte[] text) {
        sendFrame(TEXT, text, 0, text.length);
    }

    private void sendFrame(int opcode, byte[] payload, int from, int length) {
        mask = mask * 1_664_525 + 1_013_904_223;
        ByteBuffer frame = loop().output.clear();
        frame.put((byte) (0x80 | opcode));
        if (length < 126) {
            frame.put((byte) (0x80 | length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) length);
        }
        frame.putInt(mask);
        for (int i = 0; i < length; i++) {
            frame.put((byte) (payload[from + i] ^ mask >>> (24 - (i & 3) * 8)));
        }
        send(frame.flip());
    }

    @Override
    final int received(byte[] bytes, int from, int to) {
        int at = from;
        if (!upgraded) {
            int end = Bytes.find(bytes, from, to, END_OF_HEAD);
            if (end < 0) {
                return 0;
            }
            if (!Bytes.startsWith(bytes, from, to, SWITCHING)) {
                end("The handshake was refused: "
                        + new String(bytes, from, Math.min(to - from, 200), StandardCharsets.US_ASCII));
                return to - from;
            }
            upgraded = true;
            at = end + END_OF_HEAD.length;
            opened();
        }
        for (int next = frame(bytes, at, to); next > at && !over; next = frame(bytes, at, to)) {
            at = next;
        }
        return at - from;
    }

    /** @return where the frame ends, or where it begins if it is not complete */
    private int frame(byte[] bytes, int at, int to) {
        if (to - at < 10 && (to - at < 2 || to - at < head(bytes[at + 1]))) {
            return at;
        }
        int data = at + head(bytes[at + 1]);
        long length = length(bytes, at);
        if (to - data < length) {
            return at;
        }
        handle(bytes[at], bytes, data, data + (int) length);
        return data + (int) length;
    }

    private static int head(byte length) {
        return length == 126 ? 4 : length == 127 ? 10 : 2;
    }

    private static long length(byte[] bytes, int at) {
        int octets = head(bytes[at + 1]) - 2;
        long length = octets == 0 ? bytes[at + 1] : 0;
        for (int i = 0; i < octets; i++) {
            length = length << 8 | bytes[at + 2 + i] & 0xff;
        }
        return length;
    }

    private void handle(int first, byte[] bytes, int from, int to) {
        int opcode = first & 15;
        if (opcode == CLOSE) {
            over = true;
            int code = to - from < 2 ? 0 : (bytes[from] & 0xff) << 8 | bytes[from + 1] & 0xff;
            end("closed with " + code);
        } else if (opcode == PING) {
            sendFrame(PONG, bytes, from, to - from);
        } else if (opcode <= 2) {
            data((first & 0x80) != 0, bytes, from, to);
        }
    }

    private void data(boolean last, byte[] bytes, int from, int to) {
        if (last && fragments.length == 0) {
            text(bytes, from, to);
            return;
        }
        byte[] all = Arrays.copyOf(fragments, fragments.length + to - from);
        System.arraycopy(bytes, from, all, fragments.length, to - from);
        fragments = last ? NOTHING : all;
        if (last) {
            text(all, 0, all.length);
        }
    }

    abstract void opened();

    abstract void text(byte[] bytes, int from, int to);
}
