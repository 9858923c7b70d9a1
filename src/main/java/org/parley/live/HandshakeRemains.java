package org.parley.live;

import jakarta.websocket.Session;
import java.lang.reflect.Array;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets go of what the server keeps of a handshake as long as the socket lives, though nobody reads it any more: the parsed
 * headers of both sides, with the token among them, and buffers for parameters. That is two fifths of the heap of an idle
 * socket. There is no public way to it, hence the reflection, once a socket, in Payara's Grizzly 4.0 and Tyrus 2.1
 * (docs/adr/0007).
 *
 * <p>Everything is left as Grizzly itself makes it, because it uses the same objects for the requests of others afterwards.
 */
final class HandshakeRemains {
    private static final System.Logger LOG = System.getLogger(HandshakeRemains.class.getName());
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    /** {@code MimeHeaders.DEFAULT_HEADER_SIZE}. */
    private static final int USUAL_HEADERS = 8;

    private HandshakeRemains() {}

    /**
     * To be called while the socket is opened, on the thread of its handshake, whose answer is out by then: until that
     * thread is done nobody else is given these objects.
     */
    static void release(Session session) {
        try {
            releaseBehind(TyrusFrames.writerOf(session));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError notThatTyrus) {
            tell();
        }
    }

    /** @param writer of Tyrus, for the session */
    static void releaseBehind(Object writer) {
        try {
            Object handler = PrivateField.get(writer, "tyrusHttpUpgradeHandler", "handler");
            // Tyrus's own copy of the request.
            PrivateField.set(handler, "upgradeInfo", null);
            Object request = PrivateField.get(handler, "wc", "request", "coyoteRequest");
            dropHeaders(PrivateField.get(request, "request", "headers"));
            dropHeaders(PrivateField.get(request, "response", "response", "headers"));
            // 4 KiB, made anew when there is something to parse.
            PrivateField.set(PrivateField.get(request, "parameters", "tmpNameC"), "buff", null);
            PrivateField.set(PrivateField.get(request, "parameters", "tmpValueC"), "buff", null);
        } catch (ReflectiveOperationException | RuntimeException notThatServer) {
            tell();
        }
    }

    private static void tell() {
        if (!TOLD.getAndSet(true)) {
            LOG.log(System.Logger.Level.INFO, "Sockets keep their handshake, which costs more memory");
        }
    }

    /** A {@code MimeHeaders}: emptied, and without the fields that it keeps for the next ones. */
    private static void dropHeaders(Object headers) throws ReflectiveOperationException {
        headers.getClass().getMethod("clear").invoke(headers);
        Class<?> field = PrivateField.get(headers, "headers").getClass().getComponentType();
        PrivateField.set(headers, "headers", Array.newInstance(field, USUAL_HEADERS));
    }
}
