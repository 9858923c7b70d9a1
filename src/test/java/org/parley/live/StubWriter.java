package org.parley.live;

import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;

/** A container that sends at once, or when the test says so. Its own cost is too small to change a measurement. */
final class StubWriter implements FrameWriter {
    private static final SendResult SENT = new SendResult();

    private final boolean atOnce;
    private SendHandler inFlight;
    private long octets;

    StubWriter(boolean atOnce) {
        this.atOnce = atOnce;
    }

    /** What is in flight has left. */
    void land() {
        SendHandler landed = inFlight;
        inFlight = null;
        if (landed != null) {
            landed.onResult(SENT);
        }
    }

    /** So that nothing that was written is optimised away. */
    long octets() {
        return octets;
    }

    @Override
    public void write(Encoded frame, SendHandler end) {
        octets += frame.frame().remaining();
        if (atOnce) {
            end.onResult(SENT);
        } else {
            inFlight = end;
        }
    }
}
