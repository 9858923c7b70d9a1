package org.parley.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** One connection through a {@link Wire}, with a thread for each direction. */
final class WireLine {
    private static final int PIECE = 16_384;
    /** A narrow wire passes this fraction of a second's bytes at a time. */
    private static final int PARTS_A_SECOND = 8;

    private final Wire wire;
    private final Socket client;
    private final Socket server;
    private final int bytesPerSecond;
    private volatile boolean silent;
    private volatile boolean losing;
    private Supplier<Predicate<byte[]>> askedBy;
    private Predicate<byte[]> judge;

    WireLine(Wire wire, Socket client, Socket server) {
        this.wire = wire;
        this.client = client;
        this.server = server;
        this.bytesPerSecond = wire.bytesPerSecond();
    }

    interface Work {
        void run() throws IOException;
    }

    static void launch(String name, Work work) {
        Runnable quietly = () -> {
            try {
                work.run();
            } catch (IOException over) {
                // A socket was closed, which ends this thread.
            }
        };
        // The default of 1 MiB per stack is too much for some thousand threads.
        Thread thread = new Thread(null, quietly, name, 128 << 10);
        thread.setDaemon(true);
        thread.start();
    }

    void open() {
        launch("wire-up", () -> pump(client, server, PIECE, this::up));
        int piece = bytesPerSecond == 0 ? PIECE : Math.max(1, bytesPerSecond / PARTS_A_SECOND);
        launch("wire-down", () -> pump(server, client, piece, this::down));
    }

    private interface Way {
        boolean passes(byte[] piece);
    }

    private void pump(Socket from, Socket to, int atOnce, Way way) throws IOException {
        byte[] buffer = new byte[atOnce];
        try {
            to.setTcpNoDelay(true);
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                LockSupport.parkNanos(wire.delay().toNanos());
                if (way.passes(Arrays.copyOf(buffer, count))) {
                    out.write(buffer, 0, count);
                }
            }
        } finally {
            hold();
            cut();
        }
    }

    /** On a silent wire, the other end does not learn of an end either. */
    private void hold() {
        while (silent && !client.isClosed()) {
            Waiting.pause();
        }
    }

    private boolean up(byte[] piece) {
        if (wire.refusingWebSockets() && asksForWebSocket(piece)) {
            cut();
            return false;
        }
        Supplier<Predicate<byte[]>> asking = wire.losing();
        if (asking != askedBy) {
            askedBy = asking;
            judge = asking == null ? null : asking.get();
        }
        if (judge != null && judge.test(piece)) {
            losing = true;
            wire.lost();
        }
        return !silent;
    }

    private boolean down(byte[] piece) {
        if (losing) {
            cut();
            return false;
        }
        if (bytesPerSecond > 0) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1) * piece.length / bytesPerSecond);
        }
        return !silent;
    }

    private static boolean asksForWebSocket(byte[] piece) {
        return new String(piece, StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT)
                .contains("\r\nupgrade: websocket");
    }

    void silence() {
        silent = true;
    }

    void halfClose() {
        try {
            server.shutdownOutput();
        } catch (IOException closedAlready) {
            // This is expected.
        }
    }

    void cut() {
        reset(client);
        reset(server);
        wire.gone(this);
    }

    /** Resets the connection: a peer could mistake an orderly end for one by the other peer. */
    static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException closedAlready) {
            // This is expected.
        }
    }
}
