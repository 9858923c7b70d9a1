package org.parley.pictures;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes a picture of its own of an animation's first frame, in a file that {@link WebpChunks} has copied. */
final class WebpStill {
    private static final int HEAD = 12;
    private static final int FRAME_HEAD = 16;
    private static final int ALPHA = 0x10;
    private static final int VP8X_LENGTH = 10;

    private WebpStill() {}

    /** @return false if the file is no animation */
    static boolean write(Path file, Shape shape, Path still) throws IOException {
        try (Parts in = new Parts(file)) {
            in.skip(HEAD);
            while (in.left() > 0) {
                String name = in.name();
                long length = in.little(4);
                if (name.equals("ANMF")) {
                    in.skip(FRAME_HEAD);
                    write(in, length - FRAME_HEAD, shape.first(), still);
                    return true;
                }
                in.skip(length + length % 2);
            }
            return false;
        }
    }

    private static void write(Parts in, long length, Shape.Frame frame, Path still) throws IOException {
        String first = in.name();
        byte[] head = first.equals("ALPH") ? head(frame) : new byte[0];
        try (OutputStream out = Files.newOutputStream(still)) {
            out.write(text("RIFF"));
            out.write(WebpChunks.little(4 + head.length + length, 4));
            out.write(text("WEBP"));
            out.write(head);
            out.write(text(first));
            in.copy(length - 4, out);
        }
    }

    /** Only this chunk tells a decoder that transparency comes beside the colours. */
    private static byte[] head(Shape.Frame frame) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.write(text("VP8X"));
        head.write(WebpChunks.little(VP8X_LENGTH, 4));
        head.write(WebpChunks.little(ALPHA, 4));
        head.write(WebpChunks.little(frame.width() - 1L, 3));
        head.write(WebpChunks.little(frame.height() - 1L, 3));
        return head.toByteArray();
    }

    private static byte[] text(String name) {
        return name.getBytes(StandardCharsets.ISO_8859_1);
    }
}
