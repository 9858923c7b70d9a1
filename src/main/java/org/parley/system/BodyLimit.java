package org.parley.system;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

/**
 * Stops reading a JSON body at 128 KiB, whatever length it announced, and lets only some requests wait for more of theirs:
 * each that does keeps a thread, and the threads are for all.
 */
@Provider
@PreMatching
public class BodyLimit implements ContainerRequestFilter {
    /** The most bytes of a JSON body or a frame. */
    public static final int BYTES = 128 * 1024;

    /** Half of the threads that {@code payara-config/pre-boot.txt} allows. Bodies that came with their heads do not wait. */
    private static final int MOST_WAITING = 32;

    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getLength() > BYTES) {
            throw tooLarge();
        }
        request.setEntityStream(new Limited(request.getEntityStream(), request.getLength()));
    }

    public static Refusal tooLarge() {
        return Refusal.of(Code.TOO_LARGE, "A request body has at most " + BYTES + " bytes.");
    }

    private final class Limited extends FilterInputStream {
        private final long length;
        private long octets;

        /** @param length as announced, or -1 */
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
            boolean waits = octets != length && available() == 0;
            if (waits && !waiting.tryAcquire()) {
                throw Refusal.unavailable();
            }
            try {
                return count(super.read(buffer, offset, most));
            } finally {
                if (waits) {
                    waiting.release();
                }
            }
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
