package org.parley.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * JSON that a client may keep in its memory, but asks each time whether it is still right. So whoever answers with it
 * has checked first that the caller may read it. Browsers keep none of it, as of all answers of the API: it would stay on
 * the disk after signing out.
 *
 * @param tag differs whenever the octets do
 * @param gzipped the octets as gzip; kept, because the server would compress them for each reader anew
 */
public record ServedJson(byte[] octets, String tag, Supplier<byte[]> gzipped) {
    /** As in {@code payara-config/pre-boot.txt}. */
    private static final int SHORTEST_COMPRESSED = 1024;

    private static final Pattern GZIP =
            Pattern.compile("(?i)(?:^|,)\\s*gzip\\s*(?:;\\s*q=(?:1(?:\\.0*)?|0\\.0*[1-9]\\d*)\\s*)?(?:,|$)");

    /**
     * The octets, or word that the client has them already.
     *
     * @param known the header {@code If-None-Match}, or {@code null}
     * @param accepted the header {@code Accept-Encoding}, or {@code null}
     */
    public Response answer(String known, String accepted) {
        boolean same = known != null && names(known, '"' + tag + '"');
        // Weak, because it is the same for the compressed octets.
        return (same ? Response.notModified() : content(accepted))
                .header(HttpHeaders.ETAG, "W/\"" + tag + '"')
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .build();
    }

    private Response.ResponseBuilder content(String accepted) {
        boolean compressed = octets.length >= SHORTEST_COMPRESSED
                && accepted != null
                && GZIP.matcher(accepted).find();
        return compressed
                ? Response.ok(gzipped.get(), MediaType.APPLICATION_JSON_TYPE)
                        .header(HttpHeaders.CONTENT_ENCODING, "gzip")
                : Response.ok(octets, MediaType.APPLICATION_JSON_TYPE);
    }

    /** Whether one of the tags is this one, weak or not. */
    private static boolean names(String known, String quoted) {
        return Arrays.stream(known.split(","))
                .map(String::strip)
                .map(name -> name.startsWith("W/") ? name.substring(2) : name)
                .anyMatch(quoted::equals);
    }
}
