package org.parley.system;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

/** Stops reading a JSON body at 128 KiB, whatever length it announced. */
@Provider
@PreMatching
public class BodyLimit implements ContainerRequestFilter {
    /** The most bytes of a JSON body or a frame. */
    public static final int BYTES = 128 * 1024;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getLength() > BYTES) {
            throw tooLarge();
        }
        request.setEntityStream(new Limited(request.getEntityStream()));
    }

    private static Refusal tooLarge() {
        return Refusal.of(Code.TOO_LARGE, "A request body has at most " + BYTES + " bytes.");
    }

    private static final class Limited extends FilterInputStream {
        private long left = BYTES;

        Limited(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int octets) {
            left -= octets;
            if (left < 0) {
                throw tooLarge();
            }
        }
    }
}
