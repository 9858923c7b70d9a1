package org.parley.files;

import java.io.IOException;
import java.io.InputStream;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

/** A stream that ends where a delimiter begins, again and again. It holds no more than its buffer. */
final class Delimited extends InputStream {
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    /** Up to here, the buffer certainly has no part of the delimiter. */
    private int safe;

    private boolean atDelimiter;
    private long left;

    /** @param before counts as read already @param most octets that may be read */
    Delimited(InputStream in, byte[] delimiter, byte[] before, long most) {
        this.in = in;
        this.left = most;
        this.delimiter = delimiter;
        System.arraycopy(before, 0, buffer, 0, before.length);
        to = before.length;
    }

    @Override
    public int read() throws IOException {
        byte[] octet = new byte[1];
        return read(octet, 0, 1) < 0 ? -1 : octet[0] & 0xff;
    }

    /** @return -1 where the delimiter begins */
    @Override
    public int read(byte[] octets, int offset, int most) throws IOException {
        while (from == safe && !atDelimiter) {
            look();
        }
        if (from == safe) {
            return -1;
        }
        int count = Math.min(most, safe - from);
        System.arraycopy(buffer, from, octets, offset, count);
        from += count;
        return count;
    }

    private void look() throws IOException {
        int found = find();
        if (found >= 0) {
            safe = found;
            atDelimiter = true;
        } else if (to - from >= delimiter.length) {
            safe = to - delimiter.length + 1;
        } else {
            fill();
        }
    }

    private int find() {
        for (int at = from; at <= to - delimiter.length; at++) {
            if (matches(at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean matches(int at) {
        for (int i = 0; i < delimiter.length; i++) {
            if (buffer[at + i] != delimiter[i]) {
                return false;
            }
        }
        return true;
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        safe = 0;
        int read = in.read(buffer, to, buffer.length - to);
        if (read < 0) {
            throw new Multipart.Malformed();
        }
        to += read;
        left -= read;
        if (left < 0) {
            throw Refusal.of(Code.TOO_LARGE, "The request is too large.");
        }
    }

    /** Goes on after the delimiter. The stream must have ended there. */
    void passDelimiter() {
        from += delimiter.length;
        safe = from;
        atDelimiter = false;
    }

    /** The next octet, whether a delimiter begins there or not. */
    int raw() throws IOException {
        if (from == to) {
            fill();
        }
        int octet = buffer[from++] & 0xff;
        safe = from;
        atDelimiter = false;
        return octet;
    }
}
