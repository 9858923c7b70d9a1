package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;
import org.parley.harness.RawSocket;

/** Takes more than a minute, because it tests timeouts. */
@Tag("once")
@Tag("long")
class SilentPeersIT {
    private final Cast cast = Cast.onSharedServer();

    @Test
    void a_peer_that_answers_no_ping_for_a_minute_is_let_go_and_one_that_answers_stays() {
        Person ann = cast.ann();
        long began = System.nanoTime();
        try (RawSocket silent = RawSocket.open(ann);
                LiveSocket quiet = ann.socket()) {
            assertEquals(4408, silent.closeCode());
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
            assertTrue(seconds >= 55, "let go after " + seconds + " s");
            LiveSocket.expect("pong", quiet.ask("ping"));
        }
    }
}
