package org.parley.rooms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A part of a path. */
final class Segment {
    private Segment() {}

    static String of(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
