package org.parley.bench;

/**
 * The beginning of each body: {@code ~T RUN(8) DUE(16) NUMBER(8) SENDER(6)} in hexadecimal digits and without spaces.
 * With it a delivery is recognised, timed and checked without parsing JSON. Numbers count per room, from 0.
 */
final class Marker {
    static final int LENGTH = 40;

    private static final byte[] BEGIN = Bytes.ascii("~T");

    private Marker() {}

    static void write(byte[] bytes, int at, int run, long due, int number, int sender) {
        System.arraycopy(BEGIN, 0, bytes, at, BEGIN.length);
        Bytes.hex(bytes, at + 2, 8, run);
        number(bytes, at, due, number);
        Bytes.hex(bytes, at + 34, 6, sender);
    }

    /** What changes from message to message. */
    static void number(byte[] bytes, int at, long due, int number) {
        Bytes.hex(bytes, at + 10, 16, due);
        Bytes.hex(bytes, at + 26, 8, number);
    }

    /** @return where a whole marker begins, or -1 */
    static int find(byte[] bytes, int from, int to) {
        int at = Bytes.find(bytes, from, to, BEGIN);
        return to - at < LENGTH ? -1 : at;
    }

    static int run(byte[] bytes, int at) {
        return (int) Bytes.hex(bytes, at + 2, 8);
    }

    /** When the message should have been sent, in nanoseconds of this machine's clock. */
    static long due(byte[] bytes, int at) {
        return Bytes.hex(bytes, at + 10, 16);
    }

    static int number(byte[] bytes, int at) {
        return (int) Bytes.hex(bytes, at + 26, 8);
    }
}
