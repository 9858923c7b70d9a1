package org.parley.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;

/** Nobody at the other end but a writer. */
record StubRemote(FrameWriter writer) implements Remote {
    @Override
    public void write(Encoded frame, SendHandler end) {
        writer.write(frame, end);
    }

    @Override
    public void ping() {
        // Nobody hears it.
    }

    @Override
    public boolean answersPings() {
        return true;
    }

    @Override
    public void cut() {
        // Nobody is there.
    }

    @Override
    public void close(CloseReason reason) {
        // Nobody hears it.
    }
}
