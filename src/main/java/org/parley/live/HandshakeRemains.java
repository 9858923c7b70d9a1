package org.parley.live;

import jakarta.websocket.Session;
import java.lang.reflect.Array;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Releases what the server keeps of a handshake for the life of the socket, although nobody reads it: the parsed
 * headers of both sides, including the token, and buffers for parameters. That is two fifths of the heap of an idle
 * socket. There is no public way to it, so this uses reflection, once per socket, in Payara's Grizzly 4.0 and Tyrus 2.1
 * (docs/adr/0007).
 *
 * <p>All objects are left as Grizzly creates them, because it uses them again for other requests.
 */
final class HandshakeRemains {
    private static final System.Logger LOG = System.getLogger(HandshakeRemains.class.getName());
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    /** {@code MimeHeaders.DEFAULT_HEADER_SIZE}. */
    private static final int USUAL_HEADERS = 8;

    private HandshakeRemains() {}

    /**
     * Call this while the socket opens, on the thread of its handshake. The answer is already sent, and until this
     * thread is done nobody else gets these objects.
     */
    static void release(Session session) {
        try {
            releaseBehind(TyrusFrames.writerOf(session));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError notThatTyrus) {
            tell();
        }
    }

    /** @param writer the session's writer of Tyrus */
    static void releaseBehind(Object writer) {
        try {
            Object handler = PrivateField.get(writer, "tyrusHttpUpgradeHandler", "handler");
            // Tyrus's own copy of the request.
            PrivateField.set(handler, "upgradeInfo", null);
            Object request = PrivateField.get(handler, "wc", "request", "coyoteRequest");
            dropHeaders(PrivateField.get(request, "request", "headers"));
            dropHeaders(PrivateField.get(request, "response", "response", "headers"));
            // A buffer of 4 KiB, which is created again when there is something to parse.
            PrivateField.set(PrivateField.get(request, "parameters", "tmpNameC"), "buff", null);
            PrivateField.set(PrivateField.get(request, "parameters", "tmpValueC"), "buff", null);
        } catch (ReflectiveOperationException | RuntimeException notThatServer) {
            tell();
        }
    }

    private static void tell() {
        if (!TOLD.getAndSet(true)) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "Cannot release the handshakes of sockets on this server; each socket takes more memory");
        }
    }

    /** Empties a {@code MimeHeaders}, also of the fields that it keeps for reuse. */
    private static void dropHeaders(Object headers) throws ReflectiveOperationException {
        headers.getClass().getMethod("clear").invoke(headers);
        Class<?> field = PrivateField.get(headers, "headers").getClass().getComponentType();
        PrivateField.set(headers, "headers", Array.newInstance(field, USUAL_HEADERS));
    }
}
