package org.parley.roomfile;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The page in the file of a room. It has its style, its script and the log in itself, so it opens from a disk. It may
 * load nothing but the pictures beside it.
 */
@ApplicationScoped
class OfflineReader {
    private static final String LOG = "{log}";

    private final String before;
    private final byte[] after;

    OfflineReader() {
        String style = resource("reader.css");
        String script = resource("reader.js");
        String page = resource("reader.html")
                .replace("{style-hash}", hash(style))
                .replace("{script-hash}", hash(script))
                .replace("{style}", style)
                .replace("{script}", script);
        int log = page.indexOf(LOG);
        before = page.substring(0, log);
        after = octets(page.substring(log + LOG.length()));
    }

    private static String resource(String name) {
        try (InputStream in = OfflineReader.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(octets(text));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Everything before the messages. @param sheet the room as JSON */
    byte[] before(byte[] sheet) {
        return octets(before.replace("{room}", new String(safe(sheet), StandardCharsets.UTF_8)));
    }

    byte[] after() {
        return after.clone();
    }

    /** JSON that cannot end the element that it is in, nor begin a comment there. */
    static byte[] safe(byte[] json) {
        ByteArrayOutputStream safe = new ByteArrayOutputStream(json.length);
        for (byte octet : json) {
            if (octet == '<') {
                safe.writeBytes(octets("\\u003c"));
            } else {
                safe.write(octet);
            }
        }
        return safe.toByteArray();
    }
}
