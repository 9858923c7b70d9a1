package org.parley.bench;

import java.nio.ByteBuffer;
import java.util.function.Supplier;

/** A client that keeps its connection, or opens a new one, and sends its next request as soon as it has the answer. */
final class HttpClient extends Peer {
    private static final byte[] END_OF_HEAD = Bytes.ascii("\r\n\r\n");
    private static final byte[] END_OF_LINE = Bytes.ascii("\r\n");
    private static final byte[] LENGTH = Bytes.ascii("\r\nContent-Length: ");
    private static final byte[] NO_CONTENT = Bytes.ascii("204");
    private static final int STATUS_AT = "HTTP/1.1 ".length();

    private final Supplier<byte[]> calls;
    private final HttpTally tally;
    private boolean asking;
    private boolean idle;
    private long asked;

    /** @param calls gives the next request; null if there is none now */
    HttpClient(Loop loop, Supplier<byte[]> calls, HttpTally tally) {
        super(loop);
        this.calls = calls;
        this.tally = tally;
    }

    @Override
    void connected() {
        asking = true;
        ask();
    }

    private void ask() {
        byte[] call = calls.get();
        idle = call == null;
        if (!idle) {
            asked = System.nanoTime();
            send(ByteBuffer.wrap(call));
        }
    }

    /** There is a request again. */
    void wake() {
        if (idle && asking) {
            ask();
        }
    }

    /** What was asked is still answered. */
    void stop() {
        asking = false;
    }

    @Override
    void read(int count) {
        tally.bytes += count;
    }

    @Override
    int received(byte[] bytes, int from, int to) {
        int head = Bytes.find(bytes, from, to, END_OF_HEAD);
        int end = head < 0 ? -1 : end(bytes, from, head + END_OF_HEAD.length, to);
        if (end < 0 || end > to) {
            return 0;
        }
        tally.answered(bytes[from + STATUS_AT] == '2', loop().now() - asked);
        if (asking) {
            ask();
        }
        return end - from;
    }

    /** @return where the answer ends, perhaps beyond what has come; -1 if that is not known yet */
    private static int end(byte[] bytes, int from, int body, int to) {
        int status = from + STATUS_AT;
        if (Bytes.find(bytes, status, status + NO_CONTENT.length, NO_CONTENT) == status) {
            return body;
        }
        int length = Bytes.find(bytes, from, body, LENGTH);
        return length >= 0
                ? body + (int) Bytes.decimal(bytes, length + LENGTH.length, body)
                : endOfChunks(bytes, body, to);
    }

    private static int endOfChunks(byte[] bytes, int body, int to) {
        int at = body;
        while (true) {
            int line = Bytes.find(bytes, at, to, END_OF_LINE);
            if (line < 0) {
                return -1;
            }
            int size = (int) Bytes.hex(bytes, at, line - at);
            at = line + END_OF_LINE.length + size + END_OF_LINE.length;
            if (size == 0 || at > to) {
                return size == 0 ? at : -1;
            }
        }
    }

    @Override
    void ended(String why) {
        tally.closed++;
        if (asking) {
            connect();
        }
    }
}
