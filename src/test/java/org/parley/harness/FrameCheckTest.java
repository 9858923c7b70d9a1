package org.parley.harness;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;

class FrameCheckTest {
    private static final URI ROOMS = URI.create("ws://127.0.0.1/live/rooms");

    private final FrameCheck check = new FrameCheck();

    @Test
    void a_frame_that_is_not_as_described_fails_the_test_once() {
        FrameCheck.receivedText(ROOMS, "[{\"type\":\"pong\"},{\"type\":\"pong\",\"extra\":1}]");
        AssertionError failure = assertThrows(AssertionError.class, () -> check.afterEach(null));
        assertTrue(failure.getMessage().contains("extra"), failure::getMessage);
        assertDoesNotThrow(() -> check.afterEach(null));
    }
}
