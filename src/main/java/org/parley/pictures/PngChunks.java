package org.parley.pictures;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * Copies a PNG, but only the chunks that its pixels need. So texts, times, profiles and what follows the end are
 * lost.
 */
final class PngChunks {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int HEADER = 13;
    private static final int MOST_EXIF = 1 << 16;
    private static final int LOWER_CASE = 0x20;

    /** The colours, the pixels, and the frames of an animation. */
    private static final Set<String> KEPT =
            Set.of("PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "cICP", "sBIT", "acTL", "fcTL", "fdAT");

    private final Parts in;
    private final DataOutputStream out;
    private int orientation = Shape.UPRIGHT;

    private PngChunks(Parts in, OutputStream out) {
        this.in = in;
        this.out = new DataOutputStream(out);
    }

    static Shape copy(Path file, OutputStream out) throws IOException, NoPicture {
        try (Parts in = new Parts(file)) {
            return new PngChunks(in, out).copy();
        }
    }

    private Shape copy() throws IOException, NoPicture {
        require(in.big(8) == SIGNATURE);
        out.writeLong(SIGNATURE);
        require(in.big(4) == HEADER && in.name().equals("IHDR"));
        byte[] header = in.octets(HEADER);
        ByteBuffer sides = ByteBuffer.wrap(header);
        Shape shape = Shape.of(sides.getInt(), sides.getInt(), Shape.UPRIGHT);
        write("IHDR", header, in.big(4));
        boolean pixels = false;
        String name = "";
        while (!name.equals("IEND")) {
            long length = in.big(4);
            name = in.name();
            pixels |= name.equals("IDAT");
            chunk(name, length, shape);
        }
        require(pixels);
        out.flush();
        return shape.turned(orientation);
    }

    private void write(String name, byte[] content, long sum) throws IOException, NoPicture {
        CRC32 crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.ISO_8859_1));
        crc.update(content);
        require(crc.getValue() == sum);
        out.writeInt(content.length);
        out.writeBytes(name);
        out.write(content);
        out.writeInt((int) sum);
    }

    private void chunk(String name, long length, Shape shape) throws IOException, NoPicture {
        if (name.equals("fcTL")) {
            frame(length, shape);
        } else if (KEPT.contains(name)) {
            copy(name, length);
        } else {
            // What a decoder cannot do without begins with an upper-case letter.
            require((name.charAt(0) & LOWER_CASE) != 0);
            drop(name, length);
        }
    }

    /** A frame of an animation lies within the picture. */
    private void frame(long length, Shape shape) throws IOException, NoPicture {
        require(length == 26);
        byte[] content = in.octets((int) length);
        ByteBuffer control = ByteBuffer.wrap(content, 4, 16);
        long width = Integer.toUnsignedLong(control.getInt());
        long height = Integer.toUnsignedLong(control.getInt());
        require(width + Integer.toUnsignedLong(control.getInt()) <= shape.width());
        require(height + Integer.toUnsignedLong(control.getInt()) <= shape.height());
        write("fcTL", content, in.big(4));
    }

    private void copy(String name, long length) throws IOException, NoPicture {
        require(length <= in.left());
        out.writeInt((int) length);
        CheckedOutputStream checked = new CheckedOutputStream(out, new CRC32());
        checked.write(name.getBytes(StandardCharsets.ISO_8859_1));
        in.copy(length, checked);
        long sum = in.big(4);
        require(checked.getChecksum().getValue() == sum);
        out.writeInt((int) sum);
    }

    private void drop(String name, long length) throws IOException {
        if (name.equals("eXIf") && length <= MOST_EXIF) {
            orientation = Exif.orientation(in.octets((int) length));
        } else {
            in.skip(length);
        }
        in.skip(4);
    }

    private static void require(boolean held) throws NoPicture {
        if (!held) {
            throw new NoPicture("This is no PNG");
        }
    }
}
