package org.parley.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.LiveSocket;
import org.parley.harness.Many;
import org.parley.harness.Person;
import org.parley.harness.Waiting;

/** A connection that both ends believe in, but that carries nothing: a phone that lost its network. */
@Tag("long")
class HalfOpenIT {
    /** The 75 s of the contract, and some more for a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Breakable broken = Breakable.get();
    private final Cast cast = broken.cast();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final String room = ann.createRoom(cast.unique("tea"));

    @AfterEach
    void mend() {
        broken.toServer().mend();
    }

    @Test
    void who_is_silently_cut_off_counts_as_gone_and_resumes_where_they_were() {
        bob.join(room);
        try (LiveSocket bobs = bob.by(broken.toServer()).socket();
                LiveSocket anns = ann.socket()) {
            bobs.join(room);
            anns.join(room);
            Many.say(ann, room, 3);
            bobs.await("the third", frame -> frame.path("seq").asInt() == 3);
            assertEquals("online", presence());
            broken.toServer().swallow();
            long silent = System.nanoTime();
            Many.say(ann, room, 50);
            Waiting.until("bob counts as gone", PATIENCE, () -> presence().equals("offline"));
            Measured.print("Half-open, and known to be gone", silent);
            anns.await("user_left");
        }
        broken.toServer().mend();
        Following.assertResumes(bob.by(broken.toServer()), room, 3, 53);
    }

    private String presence() {
        return ann.get("users/" + bob.name()).expect(200).path("presence").asText();
    }
}
