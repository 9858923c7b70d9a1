package org.parley.http;

import java.nio.charset.StandardCharsets;

/**
 * The header {@code Content-Disposition} (RFC 6266): whether a browser shows a file or saves it, and under which name.
 */
public final class Disposition {
    private static final String UNRESERVED = "!#$&+-.^_`|~";

    private Disposition() {}

    public static String of(boolean inline, String name) {
        return (inline ? "inline" : "attachment") + "; filename=\"" + ascii(name) + "\"; filename*=UTF-8''"
                + encoded(name);
    }

    /** For old clients: what other readers could take for the end of the name becomes a low line. */
    private static String ascii(String name) {
        return name.codePoints()
                .map(letter -> letter < ' ' || letter > '~' || "\"\\%;".indexOf(letter) >= 0 ? '_' : letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** RFC 8187, section 3.2. */
    private static String encoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = octet >= '0' && octet <= '9'
                    || octet >= 'A' && octet <= 'Z'
                    || octet >= 'a' && octet <= 'z'
                    || UNRESERVED.indexOf(octet) >= 0;
            encoded.append(plain ? Character.toString(octet) : String.format("%%%02X", octet & 0xff));
        }
        return encoded.toString();
    }
}
