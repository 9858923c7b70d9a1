package org.parley.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Checks every live frame that a test client receives against {@code docs/asyncapi.yaml}. Frames arrive on another
 * thread, and the test may never look at them, so an error fails the test at its end. JUnit finds this class by its
 * service file.
 */
public final class FrameCheck implements AfterEachCallback, AfterAllCallback {
    private static final int MOST_TOLD = 5;
    private static final Queue<String> FAULTS = new ConcurrentLinkedQueue<>();

    /** @param address to which the client had connected */
    public static void received(URI address, JsonNode frame) {
        List<String> faults = AsyncApi.get().faults(address, frame);
        if (!faults.isEmpty()) {
            FAULTS.add(address.getPath() + " sent " + frame + ": " + faults);
        }
    }

    /** One WebSocket text: a frame, or an array of them. */
    public static void receivedText(URI address, String text) {
        JsonNode message = Json.read(text);
        (message.isArray() ? message : List.of(message)).forEach(frame -> received(address, frame));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        judge();
    }

    /** Checks frames that came after the last test. */
    @Override
    public void afterAll(ExtensionContext tests) {
        judge();
    }

    private static void judge() {
        List<String> faults = new ArrayList<>();
        for (String fault = FAULTS.poll(); fault != null; fault = FAULTS.poll()) {
            faults.add(fault);
        }
        if (!faults.isEmpty()) {
            throw new AssertionError(faults.size() + " frames are not as docs/asyncapi.yaml says:\n"
                    + String.join("\n", faults.subList(0, Math.min(MOST_TOLD, faults.size()))));
        }
    }
}
