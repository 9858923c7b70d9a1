package org.parley.departures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;
import org.parley.harness.RunningServer;
import org.parley.harness.SharedServer;

/** A server that is killed while a deleted account leaves its rooms goes on when it starts again. */
@Tag("once")
@Tag("thorough")
class FinishingDeparturesIT {
    private static final int ROOMS = 30;

    private final RunningServer server = SharedServer.other();
    private final Cast cast = new Cast(server);
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();

    @Test
    void a_kill_in_the_middle_leaves_nothing_undone() {
        List<String> rooms = new ArrayList<>();
        for (int i = 0; i < ROOMS; i++) {
            String room = ann.createRoom(cast.unique("r" + i));
            rooms.add(room);
            bob.join(room);
        }
        ann.post("users/me/deletion", Json.of("password", Person.PASSWORD)).expect(204);
        server.kill();
        server.start();
        ann.get("auth/me").refused(401, "unauthenticated");
        for (String room : rooms) {
            Departed.await(bob, room, ann);
            assertEquals(
                    bob.name(),
                    bob.get("rooms/" + room).expect(200).path("owner").asText());
        }
    }
}
