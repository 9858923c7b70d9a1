package org.parley.pictures;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Copies a WebP, but only the chunks that its pixels need (RFC 9649). So Exif, XMP, profiles, unknown chunks and what
 * follows the end are lost. Java has no encoder for WebP, so this copy is what people see.
 */
final class WebpChunks {
    private static final int HEAD = 12;
    private static final int ALPHA = 0x10;
    private static final int ANIMATION = 0x02;
    private static final int MOST_EXIF = 1 << 16;
    /** How much of a chunk of pixels tells its size. */
    private static final int BEGINNING = 10;

    private final Parts in;
    private final RandomAccessFile out;
    private Shape shape;
    private int flags;
    private int orientation = Shape.UPRIGHT;
    private boolean drawn;

    private WebpChunks(Parts in, RandomAccessFile out) {
        this.in = in;
        this.out = out;
    }

    static Shape copy(Path file, Path copy) throws IOException, NoPicture {
        try (Parts in = new Parts(file);
                RandomAccessFile out = new RandomAccessFile(copy.toFile(), "rw")) {
            out.setLength(0);
            return new WebpChunks(in, out).copy();
        }
    }

    private Shape copy() throws IOException, NoPicture {
        require(in.name().equals("RIFF"));
        long end = in.left() - 4 - in.little(4);
        require(end >= 0 && in.name().equals("WEBP"));
        out.write(new byte[HEAD]);
        while (in.left() - end > 8) {
            chunk(in.name(), in.little(4));
        }
        require(drawn);
        long length = out.getFilePointer();
        out.seek(0);
        out.writeBytes("RIFF");
        out.write(little(length - 8, 4));
        out.writeBytes("WEBP");
        return shape.turned(orientation);
    }

    private void chunk(String name, long length) throws IOException, NoPicture {
        require(length <= in.left());
        switch (name) {
            case "VP8X" -> head(length);
            case "VP8 ", "VP8L" -> picture(name, length);
            case "ALPH", "ANIM" -> copy(name, length);
            case "ANMF" -> frame(length);
            case "EXIF" -> exif(length);
            default -> skip(length);
        }
    }

    /** Tells only of the kinds of chunks that are kept. */
    private void head(long length) throws IOException, NoPicture {
        require(length == 10 && shape == null);
        flags = in.octet() & (ALPHA | ANIMATION);
        in.skip(3);
        shape = Shape.of((int) in.little(3) + 1, (int) in.little(3) + 1, Shape.UPRIGHT);
        out.writeBytes("VP8X");
        out.write(little(length, 4));
        out.write(new byte[] {(byte) flags, 0, 0, 0});
        out.write(little(shape.width() - 1L, 3));
        out.write(little(shape.height() - 1L, 3));
    }

    private void picture(String name, long length) throws IOException, NoPicture {
        require(!drawn && (flags & ANIMATION) == 0);
        Shape drawing = pixels(name, length);
        require(shape == null || shape.width() == drawing.width() && shape.height() == drawing.height());
        shape = drawing;
        drawn = true;
    }

    /** Copies a chunk of pixels, which tells its size itself. */
    private Shape pixels(String name, long length) throws IOException, NoPicture {
        require(length >= BEGINNING);
        byte[] begin = in.octets(BEGINNING);
        long bits = 0;
        for (int i = 0; i < 4; i++) {
            bits |= (begin[(name.equals("VP8L") ? 1 : 6) + i] & 0xffL) << 8 * i;
        }
        Shape drawing;
        if (name.equals("VP8L")) {
            require(begin[0] == 0x2F);
            drawing = Shape.of((int) (bits & 0x3FFF) + 1, (int) (bits >> 14 & 0x3FFF) + 1, Shape.UPRIGHT);
        } else {
            require(begin[3] == (byte) 0x9D && begin[4] == 1 && begin[5] == 0x2A);
            drawing = Shape.of((int) (bits & 0x3FFF), (int) (bits >> 16 & 0x3FFF), Shape.UPRIGHT);
        }
        out.writeBytes(name);
        out.write(little(length, 4));
        out.write(begin);
        rest(length, length - BEGINNING);
        return drawing;
    }

    private void copy(String name, long length) throws IOException {
        out.writeBytes(name);
        out.write(little(length, 4));
        rest(length, length);
    }

    /** Copies the rest of a chunk. A chunk of odd length is followed by one octet that does not count. */
    private void rest(long length, long rest) throws IOException {
        in.copy(rest, new Written());
        if (length % 2 == 1) {
            in.skip(Math.min(1, in.left()));
            out.write(0);
        }
    }

    private void skip(long length) throws IOException {
        in.skip(Math.min(length + length % 2, in.left()));
    }

    private void exif(long length) throws IOException {
        if (length > MOST_EXIF) {
            skip(length);
            return;
        }
        byte[] block = in.octets((int) length);
        boolean headed = block.length > 6 && new String(block, 0, 6, StandardCharsets.ISO_8859_1).equals("Exif\0\0");
        orientation = Exif.orientation(headed ? Arrays.copyOfRange(block, 6, block.length) : block);
        in.skip(Math.min(length % 2, in.left()));
    }

    /** A frame of an animation: its place, and chunks of its own. */
    private void frame(long length) throws IOException, NoPicture {
        require(shape != null && (flags & ANIMATION) != 0 && length >= 16);
        long left = 2 * in.little(3);
        long top = 2 * in.little(3);
        long width = in.little(3) + 1;
        long height = in.little(3) + 1;
        require(left + width <= shape.width() && top + height <= shape.height());
        long start = out.getFilePointer();
        out.writeBytes("ANMF");
        out.write(new byte[4]);
        out.write(little(left / 2, 3));
        out.write(little(top / 2, 3));
        out.write(little(width - 1, 3));
        out.write(little(height - 1, 3));
        in.copy(4, new Written());
        inFrame(in.left() - (length - 16), (int) width, (int) height);
        if (!drawn) {
            shape = shape.beginning(new Shape.Frame((int) left, (int) top, (int) width, (int) height));
            drawn = true;
        }
        patch(start + 4, out.getFilePointer() - start - 8);
    }

    private void inFrame(long end, int width, int height) throws IOException, NoPicture {
        boolean pixels = false;
        while (in.left() - end > 8) {
            String name = in.name();
            long length = in.little(4);
            require(length <= in.left() - end);
            if (name.startsWith("VP8") && !name.equals("VP8X") && !pixels) {
                Shape drawing = pixels(name, length);
                pixels = drawing.width() == width && drawing.height() == height;
                require(pixels);
            } else if (name.equals("ALPH") && !pixels) {
                copy(name, length);
            } else {
                skip(length);
            }
        }
        in.skip(Math.max(0, in.left() - end));
        require(pixels);
    }

    private void patch(long at, long length) throws IOException {
        long end = out.getFilePointer();
        out.seek(at);
        out.write(little(length, 4));
        out.seek(end);
    }

    static byte[] little(long number, int octets) {
        byte[] bytes = new byte[octets];
        for (int i = 0; i < octets; i++) {
            bytes[i] = (byte) (number >> 8 * i);
        }
        return bytes;
    }

    private static void require(boolean held) throws NoPicture {
        if (!held) {
            throw new NoPicture("This is no WebP");
        }
    }

    /** The copy as a stream. */
    private final class Written extends OutputStream {
        @Override
        public void write(int octet) throws IOException {
            out.write(octet);
        }

        @Override
        public void write(byte[] octets, int offset, int count) throws IOException {
            out.write(octets, offset, count);
        }
    }
}
