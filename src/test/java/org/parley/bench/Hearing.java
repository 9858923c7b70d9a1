package org.parley.bench;

/** What the server's frames say to one who listens. Markers are given by where they begin. */
interface Hearing {
    void newMessage(byte[] bytes, long seq, int marker);

    void messageSent(byte[] bytes, long seq, int marker);

    void joined(long head);

    void caughtUp();

    void gap(long from, long to);

    void refused(String frame);
}
