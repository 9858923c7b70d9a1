package org.parley.pictures;

/** The file is no picture that can be shown: it is malformed, or it has too many pixels. */
final class NoPicture extends Exception {
    NoPicture(String why) {
        super(why, null, false, false);
    }

    NoPicture(Throwable cause) {
        super(cause.toString(), cause, false, false);
    }
}
