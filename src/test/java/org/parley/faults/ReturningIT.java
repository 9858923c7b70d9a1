package org.parley.faults;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Many;
import org.parley.harness.Person;

/** Everybody was cut off at once, and comes back at once. */
class ReturningIT {
    private final Breakable broken = Breakable.get();
    private final Cast cast = broken.cast();
    private final Person ann = cast.ann();
    private final String room = ann.createRoom(cast.unique("tea"));

    @Test
    void all_who_were_cut_off_at_once_come_back_and_get_exactly_what_they_missed() throws Exception {
        try (Crowd crowd = new Crowd(cast, room, 150)) {
            returning(crowd);
        }
    }

    @Test
    @Tag("long")
    void a_thousand_come_back_at_once() throws Exception {
        try (Crowd crowd = new Crowd(cast, room, 1000)) {
            returning(crowd);
        }
    }

    private void returning(Crowd crowd) throws Exception {
        crowd.come(broken.toServer());
        Many.say(ann, room, 20);
        crowd.awaitAll(20);
        broken.toServer().cutOff();
        crowd.awaitGone();
        Many.say(ann, room, 200);
        broken.toServer().mend();
        crowd.comeBack(220);
    }

    @Test
    @Tag("long")
    void a_thousand_come_back_to_a_server_that_was_killed() throws Exception {
        try (Crowd crowd = new Crowd(cast, room, 1000)) {
            crowd.come(broken.toServer());
            Many.say(ann, room, 20);
            crowd.awaitAll(20);
            broken.server().kill();
            crowd.awaitGone();
            broken.server().start();
            Many.say(ann, room, 200);
            crowd.comeBack(220);
        }
    }
}
