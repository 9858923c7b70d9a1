package org.parley.live;

import org.parley.system.BodyLimit;

/**
 * The message that a socket is receiving, part by part. The container would put the parts together itself, but looks only
 * at the size of each: a message that never ends took all the memory there is.
 */
final class Fragments {
    private final StringBuilder text = new StringBuilder();
    private boolean tooLarge;

    /** @return false when the message has become too large; whatever follows is refused, too */
    boolean add(String part) {
        tooLarge |= text.length() + part.length() > BodyLimit.BYTES;
        if (tooLarge) {
            text.setLength(0);
        } else {
            text.append(part);
        }
        return !tooLarge;
    }

    /** The whole message, after its last part. */
    String taken() {
        String whole = text.toString();
        text.setLength(0);
        return whole;
    }
}
