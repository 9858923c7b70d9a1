package org.parley.live;

import org.parley.http.BodyLimit;

/**
 * Collects the parts of a message that a socket is receiving. The container could join them itself, but it checks only
 * the size of each part: an endless message would take all memory.
 */
final class Fragments {
    /** {@code null} between messages: most sockets are idle, so a long message's buffer must not stay in memory. */
    private StringBuilder text;

    private boolean tooLarge;

    /** @return false once the message is too large; all later parts are refused too */
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
