package org.parley.pictures;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/**
 * Copies a GIF, but only its frames, their times, and how often they repeat. So an animation stays one; comments,
 * texts, data of programs and what follows the end are lost.
 */
final class GifBlocks {
    private static final int IMAGE = 0x2C;
    private static final int EXTENSION = 0x21;
    private static final int END = 0x3B;
    private static final int CONTROL = 0xF9;
    private static final int APPLICATION = 0xFF;
    private static final int LOOP_OCTETS = 3;
    private static final int LOOP = 1;
    private static final Set<String> LOOPING = Set.of("NETSCAPE2.0", "ANIMEXTS1.0");

    private final Parts in;
    private final OutputStream out;
    private Shape shape;
    private boolean begun;

    private GifBlocks(Parts in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    static Shape copy(Path file, OutputStream out) throws IOException, NoPicture {
        try (Parts in = new Parts(file)) {
            return new GifBlocks(in, out).copy();
        }
    }

    private Shape copy() throws IOException, NoPicture {
        byte[] head = in.octets(6);
        require(new String(head, StandardCharsets.ISO_8859_1).matches("GIF8[79]a"));
        byte[] screen = in.octets(7);
        shape = Shape.of(number(screen, 0), number(screen, 2), Shape.UPRIGHT);
        out.write(head);
        out.write(screen);
        colours(screen[4]);
        boolean over = false;
        while (!over) {
            // Many files lack their last octet.
            int block = in.left() == 0 ? END : in.octet();
            over = block == END;
            block(block);
        }
        out.write(END);
        require(begun);
        return shape;
    }

    private static int number(byte[] octets, int at) {
        return octets[at] & 0xff | (octets[at + 1] & 0xff) << 8;
    }

    /** A table of colours, if the flags say that one follows. */
    private void colours(byte flags) throws IOException {
        if ((flags & 0x80) != 0) {
            in.copy(3L << (flags & 7) + 1, out);
        }
    }

    private void block(int block) throws IOException, NoPicture {
        switch (block) {
            case IMAGE -> image();
            case EXTENSION -> extension();
            case 0, END -> {
                // Zeros between blocks are a common fault, which decoders forgive.
            }
            default -> throw new NoPicture("This is no GIF");
        }
    }

    private void image() throws IOException, NoPicture {
        byte[] place = in.octets(9);
        Shape.Frame frame = new Shape.Frame(number(place, 0), number(place, 2), number(place, 4), number(place, 6));
        Shape.judge(frame.width(), frame.height());
        if (!begun) {
            shape = shape.beginning(frame);
            begun = true;
        }
        out.write(IMAGE);
        out.write(place);
        colours(place[8]);
        out.write(in.octet());
        subBlocks(out);
    }

    private void extension() throws IOException {
        int label = in.octet();
        if (label == CONTROL) {
            out.write(EXTENSION);
            out.write(label);
            subBlocks(out);
        } else if (label == APPLICATION) {
            application();
        } else {
            subBlocks(OutputStream.nullOutputStream());
        }
    }

    private void application() throws IOException {
        int length = in.octet();
        byte[] name = in.octets(length);
        boolean looping = LOOPING.contains(new String(name, StandardCharsets.ISO_8859_1));
        int next = length == 0 ? 0 : in.octet();
        while (next != 0) {
            byte[] content = in.octets(next);
            if (looping && next == LOOP_OCTETS && content[0] == LOOP) {
                out.write(EXTENSION);
                out.write(APPLICATION);
                out.write(length);
                out.write(name);
                out.write(LOOP_OCTETS);
                out.write(content);
                out.write(0);
                looping = false;
            }
            next = in.octet();
        }
    }

    private void subBlocks(OutputStream to) throws IOException {
        int length;
        do {
            length = in.octet();
            to.write(length);
            in.copy(length, to);
        } while (length != 0);
    }

    private static void require(boolean held) throws NoPicture {
        if (!held) {
            throw new NoPicture("This is no GIF");
        }
    }
}
