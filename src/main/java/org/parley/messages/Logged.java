package org.parley.messages;

import java.util.UUID;
import org.parley.rooms.LogName;
import org.parley.rooms.SystemAction;

/**
 * What took a number in a room's log: a message, or a later change of one. In plain values; messages and changes as they
 * are now.
 */
public interface Logged {
    long roomId();

    long seq();

    /** The account that did it. */
    long senderId();

    /** {@code null} when the sender's account is gone. */
    String username();

    /** What the sender chose to know the message by; {@code null} of everything else. */
    default UUID clientId() {
        return null;
    }

    /** {@code null} unless the server speaks. */
    default LoggedMessage.SystemNotice system() {
        return null;
    }

    /** What it means for those who listen, beyond being told. */
    default SystemAction.Effect effect() {
        return system() == null ? SystemAction.Effect.NONE : system().action().effect();
    }

    /** What somebody wrote; empty of everything else. */
    default String text() {
        return "";
    }

    /** About how long it is on the wire, in characters. */
    default int length() {
        return text().length();
    }

    /** As the log and the sockets show it alike. */
    NumberedFrame frame(LogName log);
}
