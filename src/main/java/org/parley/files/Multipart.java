package org.parley.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

/**
 * Reads a body of the type {@code multipart/form-data} (RFC 7578) as it comes. It keeps none of it in memory, and the
 * caller decides where each part goes.
 */
public final class Multipart {
    private static final int MOST_IN_HEADERS = 16 * 1024;
    private static final int MOST_PARTS = 20;
    /** Headers, and fields that nobody asked for. */
    public static final int MOST_AROUND = 1 << 16;

    private static final int MOST_IN_BOUNDARY = 70;
    private static final String DISPOSITION = "content-disposition:";

    private final Delimited in;
    private int parts;
    private Map<String, String> disposition = Map.of();

    private Multipart(Delimited in) {
        this.in = in;
    }

    /** The body ended too early, or is no such body. */
    public static final class Malformed extends IOException {
        Malformed() {
            super("The body is no complete multipart/form-data");
        }
    }

    /**
     * Begins to read a body.
     *
     * @param most octets that its parts may have together
     * @throws Refusal {@code unsupported_type} if the type is another one
     */
    public static Multipart of(String contentType, InputStream body, long most) {
        String type = contentType == null ? "" : contentType.strip();
        String boundary = HeaderParameters.of(type).getOrDefault("boundary", "");
        boolean form = type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
        if (!form || boundary.isEmpty() || boundary.length() > MOST_IN_BOUNDARY) {
            throw Refusal.of(Code.UNSUPPORTED_TYPE, "The body must be multipart/form-data.");
        }
        byte[] delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        // The first delimiter has no line before it.
        return new Multipart(new Delimited(body, delimiter, new byte[] {'\r', '\n'}, most + MOST_AROUND));
    }

    /** Goes to the next part. @return false at the end of the body */
    public boolean next() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
        in.passDelimiter();
        int first = in.raw();
        int second = in.raw();
        if (first == '-' && second == '-') {
            return false;
        }
        while (first == ' ' || first == '\t') {
            first = second;
            second = in.raw();
        }
        if (first != '\r' || second != '\n' || ++parts > MOST_PARTS) {
            throw new Malformed();
        }
        disposition = disposition();
        return true;
    }

    private Map<String, String> disposition() throws IOException {
        Map<String, String> found = Map.of();
        int left = MOST_IN_HEADERS;
        String line = line(left);
        while (!line.isEmpty()) {
            if (line.toLowerCase(Locale.ROOT).startsWith(DISPOSITION)) {
                found = HeaderParameters.of(line);
            }
            left -= line.length() + 2;
            line = line(left);
        }
        return found;
    }

    private String line(int most) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int octet = in.raw();
        while (octet != '\r') {
            if (line.size() >= most) {
                throw new Malformed();
            }
            line.write(octet);
            octet = in.raw();
        }
        if (in.raw() != '\n') {
            throw new Malformed();
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /** The name of the field; empty if it has none. */
    public String field() {
        return disposition.getOrDefault("name", "");
    }

    /** What the client calls the file, or {@code null}. Browsers write quotes and line ends with a percent sign. */
    String filename() {
        String name = disposition.get("filename");
        return name == null
                ? null
                : name.replace("%22", "\"").replaceAll("(?i)%0D", "\r").replaceAll("(?i)%0A", "\n");
    }

    /** What the part has, up to its end. */
    public InputStream content() {
        return in;
    }
}
