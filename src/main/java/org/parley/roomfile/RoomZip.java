package org.parley.roomfile;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip on its way to a reader. An import refuses what unpacks to more than a hundred times its size, so text that can
 * be packed so well is packed less.
 */
final class RoomZip {
    /** Half of what an import takes. */
    private static final int MOST_RATIO = 50;
    /** The end of each entry, and what the compressor still holds. */
    private static final int BEGINNING = 4096;

    private final Counting packed;
    private final ZipOutputStream zip;
    private long octets;

    RoomZip(OutputStream out) {
        packed = new Counting(out);
        zip = new ZipOutputStream(packed);
    }

    private static final class Counting extends FilterOutputStream {
        private long octets;

        Counting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int octet) throws IOException {
            out.write(octet);
            octets++;
        }

        @Override
        public void write(byte[] buffer, int offset, int count) throws IOException {
            out.write(buffer, offset, count);
            octets += count;
        }
    }

    /** Ends the entry before, if there is one. */
    void begin(String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
    }

    void write(byte[] text) throws IOException {
        octets += text.length;
        boolean packing = octets < MOST_RATIO * (packed.octets + BEGINNING);
        zip.setLevel(packing ? Deflater.DEFAULT_COMPRESSION : Deflater.NO_COMPRESSION);
        zip.write(text);
    }

    /** As {@link #begin}, for a file: most are packed already, and packing the others would only cost time. */
    void beginFile(String name) throws IOException {
        begin(name);
        zip.setLevel(Deflater.NO_COMPRESSION);
    }

    /** Takes the bytes of the file. */
    OutputStream file() {
        return zip;
    }

    /** Completes the zip. Without this, it cannot be opened: a reader must not take a part for the whole. */
    void end() throws IOException {
        zip.finish();
        zip.flush();
    }
}
