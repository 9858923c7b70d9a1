package org.parley.pictures;

/**
 * What the parts of a picture say, before anything is decoded.
 *
 * @param orientation as in Exif, 1 to 8; 1 means that the picture is upright
 * @param first where the first frame lies in the picture
 */
record Shape(int width, int height, int orientation, Frame first) {
    /** A picture with more pixels is stored as a plain file. */
    static final long MOST_PIXELS = 25_000_000;

    static final int UPRIGHT = 1;

    /** A rectangle of the picture that is drawn at once. */
    record Frame(int left, int top, int width, int height) {}

    /** @throws NoPicture if it has no pixels or too many */
    static Shape of(int width, int height, int orientation) throws NoPicture {
        judge(width, height);
        return new Shape(width, height, orientation, new Frame(0, 0, width, height));
    }

    static void judge(int width, int height) throws NoPicture {
        if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
            throw new NoPicture("The picture has " + width + " x " + height + " pixels");
        }
    }

    boolean upright() {
        return orientation == UPRIGHT;
    }

    Shape beginning(Frame frame) {
        return new Shape(width, height, orientation, frame);
    }

    Shape turned(int newOrientation) {
        return new Shape(width, height, newOrientation, first);
    }
}
