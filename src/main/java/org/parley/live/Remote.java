package org.parley.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The other end of a connection, by WebSocket or event stream. */
interface Remote extends FrameWriter {
    void ping() throws IOException;

    /** Whether it answers pings, so that silence means that it is gone. */
    boolean answersPings();

    void close(CloseReason reason) throws IOException;

    /** Cuts the underlying connection, if the client does not accept the close frame. */
    void cut();

    /** A WebSocket. */
    record Socket(Session session, FrameWriter writer, Wire wire) implements Remote {
        static Socket of(Session session) {
            Wire wire = Wire.of(session);
            return new Socket(session, FrameWriter.of(session, wire), wire);
        }

        @Override
        public void write(Encoded frame, SendHandler end) {
            writer.write(frame, end);
        }

        @Override
        public void ping() throws IOException {
            session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
        }

        @Override
        public boolean answersPings() {
            return true;
        }

        @Override
        public void close(CloseReason reason) throws IOException {
            writer.close(session, reason);
        }

        @Override
        public void cut() {
            wire.endInput();
        }
    }
}
