package org.parley.messages;

/** A frame of an entry with a number, which the log and the sockets show in the same form. */
public interface NumberedFrame {
    String type();

    long seq();
}
