package org.parley.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import java.io.IOException;

/**
 * Writes WebSocket frames to one socket. It does not wait, but reports when a frame is sent; the caller writes one at a
 * time.
 */
interface FrameWriter {
    /** Decides about the peer's pings, which the container answers itself. Must not wait. */
    interface Guard {
        Guard NOBODY = new Guard() {
            @Override
            public boolean pinged() {
                return true;
            }

            @Override
            public void overflowing() {
                // Nothing can be closed yet.
            }
        };

        /** A ping has come; on the socket's own thread. @return whether to answer it */
        boolean pinged();

        /** Too many control frames wait for the peer, and this one was dropped. From any thread. */
        void overflowing();
    }

    /** @throws RuntimeException if the socket is closed */
    void write(Encoded frame, SendHandler end);

    /** If the container hides pings, the guard is never called. */
    default void guard(Guard guard) {}

    /** Closes the session. Until its close frame is sent, the connection stays open, and no other reason is sent. */
    default void close(Session session, CloseReason reason) throws IOException {
        session.close(reason);
    }

    /** The most direct writer that the container allows. */
    static FrameWriter of(Session session, Wire wire) {
        return TyrusFrames.writer(session, wire)
                .orElse((frame, end) -> session.getAsyncRemote().sendText(frame.text(), end));
    }
}
