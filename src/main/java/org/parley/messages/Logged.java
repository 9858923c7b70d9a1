package org.parley.messages;

import java.util.OptionalLong;
import java.util.UUID;
import org.parley.rooms.LogName;
import org.parley.rooms.SystemAction;

/**
 * An entry with a number in a room's log: a message, or a later change of one. It has plain values; messages and
 * changes are shown as they are now.
 */
public interface Logged extends Portion.Item {
    long roomId();

    long seq();

    /** The account that sent the message or made the change. */
    long senderId();

    /** {@code null} if the sender's account is gone. */
    String username();

    /** The id that the sender chose for the message; {@code null} for all other entries. */
    default UUID clientId() {
        return null;
    }

    /** {@code null} unless it is a system message. */
    default LoggedMessage.SystemNotice system() {
        return null;
    }

    /** What the entry does to listeners, apart from the entry itself. */
    default SystemAction.Effect effect() {
        return system() == null ? SystemAction.Effect.NONE : system().action().effect();
    }

    /** The number of the message whose text this entry has replaced or removed; empty for most entries. */
    default OptionalLong rewritten() {
        return OptionalLong.empty();
    }

    @Override
    default String text() {
        return "";
    }

    /** The frame that the log and the sockets show. */
    NumberedFrame frame(LogName log);
}
