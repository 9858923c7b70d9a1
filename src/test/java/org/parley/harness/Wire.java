package org.parley.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The network between clients and a server on this machine. A client that connects to its port reaches the server until
 * the wire is cut, goes silent, loses an answer, or lets only little through.
 */
public final class Wire implements AutoCloseable {
    private static final int BACKLOG = 1024;

    private final int target;
    private final ServerSocket door;
    private final Set<WireLine> lines = ConcurrentHashMap.newKeySet();
    private volatile boolean refusing;
    private volatile boolean silent;
    private volatile boolean refusingWebSockets;
    private volatile Duration delay = Duration.ZERO;
    private volatile int bytesPerSecond;
    private volatile Supplier<Predicate<byte[]>> losing;

    private Wire(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    }

    /** An intact wire to this port of this machine. */
    public static Wire to(int port) {
        try {
            Wire wire = new Wire(port);
            WireLine.launch("wire-door", wire::admit);
            return wire;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    /** The address of the web server behind the wire. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + port() + "/");
    }

    private void admit() throws IOException {
        while (!door.isClosed()) {
            Socket client = door.accept();
            if (refusing) {
                WireLine.reset(client);
            } else {
                lay(client);
            }
        }
    }

    private void lay(Socket client) {
        Socket server = new Socket();
        try {
            if (bytesPerSecond > 0) {
                // Otherwise the system's buffer would accept what the slow client has not read.
                server.setReceiveBufferSize(bytesPerSecond);
            }
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
        } catch (IOException nobodyThere) {
            WireLine.reset(client);
            return;
        }
        WireLine line = new WireLine(this, client, server);
        lines.add(line);
        if (silent) {
            line.silence();
        }
        line.open();
    }

    void gone(WireLine line) {
        lines.remove(line);
    }

    /** Breaks every connection; new ones are possible at once. @return how many there were */
    public int cut() {
        int count = lines.size();
        lines.forEach(WireLine::cut);
        return count;
    }

    /** Breaks every connection, and refuses new ones until it is mended. */
    public void cutOff() {
        refusing = true;
        cut();
    }

    /**
     * From now on no data passes in either direction, and neither end learns of it. Existing connections stay silent
     * forever, because they have lost data; new ones stay silent until the wire is mended.
     */
    public void swallow() {
        silent = true;
        lines.forEach(WireLine::silence);
    }

    /**
     * Breaks every connection. From now on it breaks each connection that asks to become a WebSocket, as some proxies
     * do.
     */
    public void refuseWebSockets() {
        refusingWebSockets = true;
        cut();
    }

    boolean refusingWebSockets() {
        return refusingWebSockets;
    }

    /**
     * Tells the server, on every connection, that the client will send nothing more. The client does not learn of it.
     */
    public void halfClose() {
        lines.forEach(WireLine::halfClose);
    }

    /** New connections work again. */
    public void mend() {
        refusing = false;
        refusingWebSockets = false;
        silent = false;
        losing = null;
        delay = Duration.ZERO;
        bytesPerSecond = 0;
    }

    /** Delays all data by this time. */
    public void delay(Duration time) {
        delay = time;
    }

    Duration delay() {
        return delay;
    }

    /** Limits new connections to this many bytes a second, from the server to the client. */
    public void narrow(int bytes) {
        bytesPerSecond = bytes;
    }

    int bytesPerSecond() {
        return bytesPerSecond;
    }

    /**
     * Once: the server's answer to a certain request is lost, and the connection is cut.
     *
     * @param requests makes a test for each connection, which gets the client's data piece by piece and says which
     *     piece is the request
     */
    public void loseAnswer(Supplier<Predicate<byte[]>> requests) {
        losing = requests;
    }

    Supplier<Predicate<byte[]>> losing() {
        return losing;
    }

    void lost() {
        losing = null;
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        lines.forEach(WireLine::cut);
    }
}
