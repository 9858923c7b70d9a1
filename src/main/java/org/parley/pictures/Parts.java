package org.parley.pictures;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file of parts whose lengths stand before them. Every length is checked against what is there. */
final class Parts implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private long left;

    Parts(Path file) throws IOException {
        left = Files.size(file);
        in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    }

    /** How many octets follow. */
    long left() {
        return left;
    }

    /** The next octet, from 0 to 255. */
    int octet() throws IOException {
        int octet = in.read();
        if (octet < 0) {
            throw new EOFException("The file ends too early");
        }
        left--;
        return octet;
    }

    byte[] octets(int count) throws IOException {
        require(count);
        byte[] octets = in.readNBytes(count);
        left -= count;
        if (octets.length < count) {
            throw new EOFException("The file ends too early");
        }
        return octets;
    }

    /** Four letters that name a part. */
    String name() throws IOException {
        return new String(octets(4), StandardCharsets.ISO_8859_1);
    }

    /** A number of this many octets, the first one the highest. */
    long big(int octets) throws IOException {
        long number = 0;
        for (int i = 0; i < octets; i++) {
            number = number << 8 | octet();
        }
        return number;
    }

    /** A number of this many octets, the first one the lowest. */
    long little(int octets) throws IOException {
        long number = 0;
        for (int i = 0; i < octets; i++) {
            number |= (long) octet() << 8 * i;
        }
        return number;
    }

    void skip(long count) throws IOException {
        copy(count, OutputStream.nullOutputStream());
    }

    void copy(long count, OutputStream out) throws IOException {
        require(count);
        long wanted = count;
        while (wanted > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, wanted));
            if (read < 0) {
                throw new EOFException("The file ends too early");
            }
            out.write(buffer, 0, read);
            wanted -= read;
            left -= read;
        }
    }

    private void require(long count) throws EOFException {
        if (count < 0 || count > left) {
            throw new EOFException("A part is longer than the file");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
