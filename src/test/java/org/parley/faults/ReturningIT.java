package org.parley.faults;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;

/** All clients were cut off at the same time, and come back at the same time. */
@Tag("once")
class ReturningIT {
    private final Breakable broken = Breakable.get();
    private final Cast cast = broken.cast();

    @Test
    @Tag("thorough")
    void all_who_were_cut_off_at_once_come_back_and_get_exactly_what_they_missed() throws Exception {
        try (Crowd crowd = new Crowd(cast, 60)) {
            returning(crowd);
        }
    }

    @Test
    @Tag("long")
    void a_thousand_come_back_at_once() throws Exception {
        try (Crowd crowd = new Crowd(cast, 1000)) {
            returning(crowd);
        }
    }

    private void returning(Crowd crowd) throws Exception {
        crowd.come(broken.toServer());
        crowd.speak(20, 2);
        crowd.awaitAll();
        broken.toServer().cutOff();
        crowd.awaitGone();
        crowd.speak(200, 5);
        broken.toServer().mend();
        crowd.comeBack();
    }

    @Test
    @Tag("long")
    void a_thousand_come_back_to_a_server_that_was_killed() throws Exception {
        try (Crowd crowd = new Crowd(cast, 1000)) {
            crowd.come(broken.toServer());
            crowd.speak(20, 2);
            crowd.awaitAll();
            broken.server().kill();
            crowd.awaitGone();
            broken.server().start();
            crowd.speak(200, 5);
            crowd.comeBack();
        }
    }
}
