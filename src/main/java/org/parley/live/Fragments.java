package org.parley.live;

import org.parley.http.BodyLimit;

/**
 * The message that a socket is receiving, part by part. The container would put the parts together itself, but looks only
 * at the size of each: a message that never ends took all the memory there is.
 */
final class Fragments {
    /** {@code null} between messages: most sockets are idle, and one long message must not stay with them. */
    private StringBuilder text;

    private boolean tooLarge;

    /** @return false when the message has become too large; whatever follows is refused, too */
    boolean add(String part) {
        int before = text == null ? 0 : text.length();
        tooLarge |= before + part.length() > BodyLimit.BYTES;
        if (tooLarge) {
            text = null;
        } else if (text == null) {
            text = new StringBuilder(part);
        } else {
            text.append(part);
        }
        return !tooLarge;
    }

    /** The whole message, after its last part. */
    String taken() {
        String whole = text.toString();
        text = null;
        return whole;
    }
}
