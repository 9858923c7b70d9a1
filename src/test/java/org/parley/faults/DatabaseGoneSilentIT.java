package org.parley.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;

/** The database's machine lost its power: connections look intact, but no answer will ever come. */
@Tag("networked")
@Tag("long")
class DatabaseGoneSilentIT {
    private final Breakable broken = Breakable.get();
    private final Cast cast = broken.cast();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final String room = ann.createRoom(cast.unique("tea"));

    @AfterEach
    void mend() {
        broken.toDatabase().mend();
    }

    @Test
    void connections_on_which_no_answer_will_come_are_given_up() {
        bob.join(room);
        Draft draft = Draft.in(room, "hello");
        try (LiveSocket anns = ann.socket();
                LiveSocket bobs = bob.socket()) {
            anns.join(room);
            bobs.join(room);
            broken.toDatabase().swallow();
            JsonNode answer =
                    anns.ask("send_message", "room", room, "clientId", draft.clientId(), "body", draft.body());
            assertEquals("unavailable", answer.path("code").asText());
            broken.awaitUnready();
            broken.toDatabase().mend();
            broken.awaitReady();
            assertEquals(1, repeated(anns, draft).path("seq").asInt());
            assertEquals(1, bobs.await("new_message").path("seq").asInt());
        }
        Following.assertResumes(bob, room, 0, 1);
    }

    /** Repeats the message, because the committer may still wait for its old connection. */
    private static JsonNode repeated(LiveSocket socket, Draft draft) {
        JsonNode answer = socket.ask(
                "send_message", "room", draft.place().name(), "clientId", draft.clientId(), "body", draft.body());
        return answer.path("code").asText().equals("unavailable") ? repeated(socket, draft) : answer;
    }
}
