package org.parley.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a file that a request asks for (RFC 9110, section 14). A header with several parts, or with another unit,
 * means the whole file.
 *
 * @param partial whether it is less than was there to be had without the header
 */
record ByteRange(long first, long length, boolean partial) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** @param header the header {@code Range}, or {@code null} */
    static ByteRange of(String header, long size) {
        Matcher one = header == null ? null : ONE.matcher(header.trim());
        if (one == null
                || !one.matches()
                || one.group(1).isEmpty() && one.group(2).isEmpty()) {
            return new ByteRange(0, size, false);
        }
        if (one.group(1).isEmpty()) {
            long count = Math.min(Long.parseLong(one.group(2)), size);
            return new ByteRange(size - count, count, true);
        }
        long first = Long.parseLong(one.group(1));
        long last = one.group(2).isEmpty() ? size - 1 : Math.min(Long.parseLong(one.group(2)), size - 1);
        // Where the end is before the beginning, the header is malformed, and such a header is ignored.
        boolean malformed = !one.group(2).isEmpty() && Long.parseLong(one.group(2)) < first;
        return malformed ? new ByteRange(0, size, false) : new ByteRange(first, last - first + 1, true);
    }

    /** Whether there is such a part. */
    boolean satisfiable() {
        return !partial || length > 0;
    }

    /** The header {@code Content-Range}. */
    String told(long size) {
        return satisfiable() ? "bytes " + first + "-" + (first + length - 1) + "/" + size : "bytes */" + size;
    }
}
