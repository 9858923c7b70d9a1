package org.parley.live;

import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;

/** Writes WebSocket frames to one socket. Does not wait, and tells when each has left; the caller writes one at a time. */
interface FrameWriter {
    /** @throws RuntimeException if the socket is closed */
    void write(Encoded frame, SendHandler end);

    /** The shortest way that the container has. */
    static FrameWriter of(Session session) {
        return TyrusFrames.writer(session)
                .orElse((frame, end) -> session.getAsyncRemote().sendText(frame.text(), end));
    }
}
