package org.parley.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

/**
 * Stops reading a request body at 128 KiB, whatever its announced length, unless it is a {@link LargeBody}. The check
 * happens while the body is read, so that a caller without access gets that refusal first. The server discards what
 * nobody reads.
 */
@Provider
@Priority(Priorities.USER)
public class BodyLimit implements ContainerRequestFilter {
    /** The most bytes of a JSON body or a frame. */
    public static final int BYTES = 128 * 1024;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (bodiless(request) || large(resource)) {
            return;
        }
        request.setEntityStream(new Limited(request.getEntityStream(), request.getLength()));
    }

    /** Whether nobody will read a body, whatever the client sends: no resource reads one of a GET. */
    static boolean bodiless(ContainerRequestContext request) {
        return "GET".equals(request.getMethod());
    }

    /** Whether the resource accepts a {@link LargeBody}. What the server answers by itself has no method. */
    static boolean large(ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        return method != null && method.isAnnotationPresent(LargeBody.class);
    }

    static Refusal tooLarge() {
        return Refusal.of(Code.TOO_LARGE, "A request body may have at most " + BYTES + " bytes.");
    }

    private static final class Limited extends FilterInputStream {
        private final long length;
        private long octets;

        /** @param length the announced length in bytes, or -1 */
        Limited(InputStream body, long length) {
            super(body);
            this.length = length;
        }

        @Override
        public int read() throws IOException {
            byte[] octet = new byte[1];
            return read(octet, 0, 1) < 0 ? -1 : octet[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int most) throws IOException {
            if (length > BYTES) {
                throw tooLarge();
            }
            return count(super.read(buffer, offset, most));
        }

        private int count(int read) {
            octets += Math.max(read, 0);
            if (octets > BYTES) {
                throw tooLarge();
            }
            return read;
        }
    }
}
