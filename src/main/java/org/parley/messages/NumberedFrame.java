package org.parley.messages;

/** A frame of a log: what took a number, as the log and the sockets show it alike. */
public interface NumberedFrame {
    String type();

    long seq();
}
