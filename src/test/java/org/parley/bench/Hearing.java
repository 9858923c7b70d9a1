package org.parley.bench;

/** What a client learns from the server's frames. A marker is given by its position. */
interface Hearing {
    void newMessage(byte[] bytes, long seq, int marker);

    void messageSent(byte[] bytes, long seq, int marker);

    void reactionAdded(long seq);

    void joined(long head);

    void caughtUp();

    void gap(long from, long to);

    void refused(String frame);
}
