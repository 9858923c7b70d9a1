package org.parley.bench;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Searches and writes bytes on the hot path, where each delivery costs the time once. */
final class Bytes {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final byte[] DIGITS = ascii("0123456789abcdef");

    private Bytes() {}

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Checks eight bytes at a time: after the XOR with the pattern, a zero byte is one whose high bit is set only by a
     * borrow.
     */
    static int indexOf(byte[] bytes, int from, int to, byte wanted) {
        long pattern = wanted * ONES;
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long difference = (long) LONGS.get(bytes, at) ^ pattern;
            long zeros = (difference - ONES) & ~difference & HIGHS;
            if (zeros != 0) {
                return at + (Long.numberOfTrailingZeros(zeros) >> 3);
            }
        }
        for (; at < to; at++) {
            if (bytes[at] == wanted) {
                return at;
            }
        }
        return -1;
    }

    /** @return where the pattern begins, or -1; it must lie before {@code to} with all its bytes */
    static int find(byte[] bytes, int from, int to, byte[] pattern) {
        int last = to - pattern.length + 1;
        int at = indexOf(bytes, from, last, pattern[0]);
        while (at >= 0 && !startsWith(bytes, at, to, pattern)) {
            at = indexOf(bytes, at + 1, last, pattern[0]);
        }
        return at;
    }

    static boolean startsWith(byte[] bytes, int at, int to, byte[] pattern) {
        if (to - at < pattern.length) {
            return false;
        }
        for (int i = 0; i < pattern.length; i++) {
            if (bytes[at + i] != pattern[i]) {
                return false;
            }
        }
        return true;
    }

    static long hex(byte[] bytes, int at, int digits) {
        long value = 0;
        for (int i = at; i < at + digits; i++) {
            int digit = bytes[i] <= '9' ? bytes[i] - '0' : bytes[i] - 'a' + 10;
            value = value << 4 | digit & 15;
        }
        return value;
    }

    static void hex(byte[] bytes, int at, int digits, long value) {
        long rest = value;
        for (int i = at + digits - 1; i >= at; i--) {
            bytes[i] = DIGITS[(int) rest & 15];
            rest >>>= 4;
        }
    }

    /** @return 0 where no digit stands */
    static long decimal(byte[] bytes, int at, int to) {
        long value = 0;
        for (int i = at; i < to && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            value = value * 10 + bytes[i] - '0';
        }
        return value;
    }
}
