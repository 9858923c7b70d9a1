package org.parley.pictures;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Looks at the segments of a JPEG without decoding it. A progressive JPEG is decoded scan by scan, each over the whole
 * picture, so a file of few octets with many scans would take minutes.
 */
final class JpegSegments {
    private static final int BEGIN = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int EXIF = 0xE1;
    private static final int MOST_SCANS = 100;
    private static final byte[] EXIF_HEAD = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

    private final Parts in;
    private Shape shape;
    private int orientation = Shape.UPRIGHT;
    private int scans;

    private JpegSegments(Parts in) {
        this.in = in;
    }

    static Shape look(Path file) throws IOException, NoPicture {
        try (Parts in = new Parts(file)) {
            return new JpegSegments(in).look();
        }
    }

    private Shape look() throws IOException, NoPicture {
        require(in.octet() == 0xFF && in.octet() == BEGIN);
        int marker = marker();
        while (marker != END) {
            if (marker == SCAN) {
                require(++scans <= MOST_SCANS);
            }
            // Restart markers and TEM stand alone.
            if (marker != 1 && (marker & 0xF8) != 0xD0) {
                segment(marker);
            }
            marker = marker();
        }
        require(shape != null && scans > 0);
        return shape.turned(orientation);
    }

    /** The next marker. Between segments there are the pixels, in which 0xFF is followed by 0. */
    private int marker() throws IOException {
        while (in.left() > 1) {
            if (in.octet() == 0xFF) {
                int marker = in.octet();
                while (marker == 0xFF && in.left() > 0) {
                    marker = in.octet();
                }
                if (marker != 0 && marker != 0xFF) {
                    return marker;
                }
            }
        }
        // Cameras leave files without an end. Decoders accept them.
        return END;
    }

    private void segment(int marker) throws IOException, NoPicture {
        int length = (int) in.big(2) - 2;
        require(length >= 0);
        if (frame(marker)) {
            require(length >= 6 && shape == null);
            in.octet();
            int height = (int) in.big(2);
            shape = Shape.of((int) in.big(2), height, Shape.UPRIGHT);
            in.skip(length - 5);
        } else if (marker == EXIF) {
            exif(in.octets(length));
        } else {
            in.skip(length);
        }
    }

    /** Whether the segment tells the size: all of this range but the tables. */
    private static boolean frame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private void exif(byte[] block) {
        if (Arrays.equals(block, 0, Math.min(block.length, EXIF_HEAD.length), EXIF_HEAD, 0, EXIF_HEAD.length)) {
            orientation = Exif.orientation(Arrays.copyOfRange(block, EXIF_HEAD.length, block.length));
        }
    }

    private static void require(boolean held) throws NoPicture {
        if (!held) {
            throw new NoPicture("This is no JPEG");
        }
    }
}
