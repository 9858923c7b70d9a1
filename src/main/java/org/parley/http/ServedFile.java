package org.parley.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.parley.problems.Code;
import org.parley.problems.Problems;
import org.parley.problems.Refusal;

/**
 * A file that somebody uploaded, on its way to a browser. Whatever it is, it can run nothing and load nothing. A
 * browser may keep it, but asks each time whether it may still show it, unless its address lasts.
 *
 * @param size in octets
 * @param inline whether a page may show it; otherwise it is saved
 * @param tag changes with the content
 * @param lasting whether the address will never show anything else to anybody who may read it now
 */
public record ServedFile(Path path, long size, String type, String name, boolean inline, String tag, boolean lasting) {
    private static final int BUFFER = 1 << 16;
    private static final int PARTIAL = 206;
    private static final int UNSATISFIABLE = 416;

    /** What browsers could run, and what the server would compress: that would break ranges. */
    private static final Pattern ACTIVE = Pattern.compile("html|xml|script|css|json|manifest");

    /** The whole file, a part of it, or word that the browser has it already. */
    public Response answer(HttpServletRequest request, Problems problems) {
        String entityTag = '"' + tag + '"';
        if (entityTag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            return headers(Response.notModified(), entityTag).build();
        }
        String condition = request.getHeader("If-Range");
        boolean whole = condition != null && !condition.equals(entityTag);
        ByteRange range = ByteRange.of(whole ? null : request.getHeader("Range"), size);
        if (!range.satisfiable()) {
            Refusal refusal = Refusal.of(Code.INVALID_REQUEST, "The file has no such part.");
            return Response.fromResponse(problems.response(refusal, UNSATISFIABLE, request.getRequestURI()))
                    .header("Content-Range", range.told(size))
                    .build();
        }
        Response.ResponseBuilder answer = Response.status(range.partial() ? PARTIAL : 200)
                .entity((StreamingOutput) out -> send(range, out))
                .type(ACTIVE.matcher(type).find() ? "application/octet-stream" : type)
                .header(HttpHeaders.CONTENT_LENGTH, range.length())
                .header("Accept-Ranges", "bytes");
        if (range.partial()) {
            answer.header("Content-Range", range.told(size));
        }
        return headers(answer, entityTag).build();
    }

    private Response.ResponseBuilder headers(Response.ResponseBuilder answer, String entityTag) {
        return answer.header(HttpHeaders.ETAG, entityTag)
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        lasting ? "private, max-age=31536000, immutable" : "private, no-cache")
                .header(HttpHeaders.CONTENT_DISPOSITION, Disposition.of(inline, name))
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cross-Origin-Resource-Policy", "same-origin");
    }

    private void send(ByteRange range, OutputStream out) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            in.skipNBytes(range.first());
            byte[] buffer = new byte[BUFFER];
            long left = range.length();
            while (left > 0) {
                int read = in.readNBytes(buffer, 0, (int) Math.min(buffer.length, left));
                if (read == 0) {
                    throw new IOException("The file is shorter than it was");
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }
}
