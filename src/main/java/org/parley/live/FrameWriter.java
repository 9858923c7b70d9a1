package org.parley.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import java.io.IOException;

/** Writes WebSocket frames to one socket. Does not wait, and tells when each has left; the caller writes one at a time. */
interface FrameWriter {
    /** Decides what becomes of the peer's pings, which the container answers itself. Must not wait. */
    interface Guard {
        Guard NOBODY = new Guard() {
            @Override
            public boolean pinged() {
                return true;
            }

            @Override
            public void overflowing() {
                // Nobody is there yet who could close.
            }
        };

        /** A ping has come; on the socket's own thread. @return whether it is answered */
        boolean pinged();

        /** More control frames wait than the peer may leave waiting, and this one was dropped. From any thread. */
        void overflowing();
    }

    /** @throws RuntimeException if the socket is closed */
    void write(Encoded frame, SendHandler end);

    /** Where the container lets nobody see pings, the guard hears of none. */
    default void guard(Guard guard) {}

    /** Closes the session. Until its close frame has passed, the connection stays open, and no other reason is told. */
    default void close(Session session, CloseReason reason) throws IOException {
        session.close(reason);
    }

    /** The shortest way that the container has. */
    static FrameWriter of(Session session, Wire wire) {
        return TyrusFrames.writer(session, wire)
                .orElse((frame, end) -> session.getAsyncRemote().sendText(frame.text(), end));
    }
}
