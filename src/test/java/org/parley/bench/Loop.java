package org.parley.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The selector, clock and buffers of the only thread. */
final class Loop implements AutoCloseable {
    private static final int MOST_READ = 1 << 18;
    private static final int MOST_KEPT = 1 << 20;
    private static final long LONGEST_WAIT_MILLIS = 100;
    /** A selector waits in whole milliseconds; the rest until a message is due is slept in pieces of this. */
    private static final long NAP_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    final ByteBuffer input = ByteBuffer.allocateDirect(MOST_READ);
    final ByteBuffer output = ByteBuffer.allocateDirect(1 << 16);
    /** What was kept from the last read and what was read now. */
    final byte[] bytes = new byte[MOST_KEPT + MOST_READ];

    final Selector selector;
    final InetSocketAddress server;
    private long now = System.nanoTime();

    Loop(InetSocketAddress server) {
        this.server = server;
        try {
            selector = Selector.open();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** When what is being handled came. */
    long now() {
        return now;
    }

    long tick() {
        now = System.nanoTime();
        return now;
    }

    /** One turn, which waits for something to happen until that moment at most. */
    void turn(long until) {
        long wait = until - System.nanoTime();
        try {
            if (wait >= TimeUnit.MILLISECONDS.toNanos(1)) {
                selector.select(Loop::serve, Math.min(LONGEST_WAIT_MILLIS, TimeUnit.NANOSECONDS.toMillis(wait)));
            } else if (selector.selectNow(Loop::serve) == 0 && wait > 0) {
                LockSupport.parkNanos(Math.min(wait, NAP_NANOS));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        tick();
    }

    void turnsFor(double seconds) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        while (System.nanoTime() < end) {
            turn(end);
        }
    }

    private static void serve(SelectionKey key) {
        ((Peer) key.attachment()).serve(key);
    }

    @Override
    public void close() {
        try {
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
