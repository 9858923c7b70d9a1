package org.parley.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

/** A request body that may come slowly, and knows at which pace. {@link SlowBodies} decides how long it may wait. */
final class SlowBody extends FilterInputStream {
    static final long OCTETS_A_SECOND = 16 * 1024;

    /** Give up on a body that has sent nothing for this long. */
    static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    /** A read that gives up sooner did not wait: there is no selector, or the server is stopping. */
    private static final long SHORTEST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final SlowBodies bodies;
    private final long length;
    private final String address;
    private final boolean large;
    /** When the first wait began. Before that, the delay may be the server's own. */
    private long began;

    private long cameLast;
    private boolean waited;
    private volatile long octets;

    /**
     * A body that nobody has begun to read.
     *
     * @param large whether it is a {@link LargeBody}
     * @param bodies decides whether and how long it may wait
     * @param length the announced length in bytes, or -1
     */
    SlowBody(InputStream body, long length, String address, boolean large, SlowBodies bodies) {
        super(body);
        this.bodies = bodies;
        this.length = length;
        this.address = address;
        this.large = large;
    }

    /** The address that it comes from. */
    String address() {
        return address;
    }

    boolean large() {
        return large;
    }

    /** How long the octets that have come may have taken at the lowest pace, with some patience. */
    long dueNanos() {
        return PATIENCE_NANOS + TimeUnit.SECONDS.toNanos(1) * octets / OCTETS_A_SECOND;
    }

    /** For how long it has been coming. */
    long nanos(long now) {
        return now - began;
    }

    boolean before(SlowBody other) {
        return began - other.began < 0;
    }

    /**
     * Whether the body began more than {@code grace} nanoseconds ago and has since come at less than 16 KiB a
     * second.
     */
    boolean late(long now, long grace) {
        long nanos = nanos(now);
        return nanos > grace && octets < OCTETS_A_SECOND * nanos / TimeUnit.SECONDS.toNanos(1);
    }

    @Override
    public int read() {
        byte[] octet = new byte[1];
        return read(octet, 0, 1) < 0 ? -1 : octet[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int most) {
        try {
            return octets == length || available() > 0
                    ? count(super.read(buffer, offset, most))
                    : waitFor(buffer, offset, most);
        } catch (IOException brokenOff) {
            throw nothingCame(brokenOff)
                    ? Refusal.unavailable()
                    : Refusal.of(Code.INVALID_REQUEST, "The request body ended too early.");
        }
    }

    private int waitFor(byte[] buffer, int offset, int most) throws IOException {
        if (!waited) {
            waited = true;
            began = bodies.time.getAsLong();
            cameLast = began;
        }
        bodies.begin(this);
        try {
            return await(buffer, offset, most);
        } finally {
            bodies.end(this);
        }
    }

    private int await(byte[] buffer, int offset, int most) throws IOException {
        while (true) {
            bodies.refuseIfLate(this);
            long asked = bodies.time.getAsLong();
            try {
                return count(super.read(buffer, offset, most));
            } catch (IOException failure) {
                long now = bodies.time.getAsLong();
                boolean over = now - cameLast > PATIENCE_NANOS || now - asked < SHORTEST_WAIT_NANOS;
                if (over || !nothingCame(failure)) {
                    throw failure;
                }
            }
        }
    }

    private static boolean nothingCame(IOException failure) {
        return failure.getCause() instanceof TimeoutException;
    }

    private int count(int read) {
        octets = octets + Math.max(read, 0);
        cameLast = bodies.time.getAsLong();
        return read;
    }
}
