package org.parley.pictures;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The orientation in a block of Exif data, which is a small TIFF file. */
final class Exif {
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;
    private static final int HEADER = 8;

    private Exif() {}

    /** @return {@link Shape#UPRIGHT} if the block says nothing or cannot be read: nobody refuses a picture for that */
    static int orientation(byte[] block) {
        if (block.length < HEADER) {
            return Shape.UPRIGHT;
        }
        ByteBuffer tiff = ByteBuffer.wrap(block);
        if (tiff.getShort(0) == 0x4949) {
            tiff.order(ByteOrder.LITTLE_ENDIAN);
        }
        long directory = Integer.toUnsignedLong(tiff.getInt(4));
        if (tiff.getShort(2) != 42 || directory + 2 > block.length) {
            return Shape.UPRIGHT;
        }
        return find(tiff, (int) directory);
    }

    private static int find(ByteBuffer tiff, int directory) {
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int at = directory + 2 + ENTRY * i;
            if (at + ENTRY > tiff.limit()) {
                return Shape.UPRIGHT;
            }
            if (tiff.getShort(at) == ORIENTATION && tiff.getShort(at + 2) == SHORT) {
                int orientation = tiff.getShort(at + 8);
                return orientation >= 1 && orientation <= 8 ? orientation : Shape.UPRIGHT;
            }
        }
        return Shape.UPRIGHT;
    }
}
