package org.parley.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;
import org.parley.harness.Rest;

/** The server accepts a message and answers, but the sender's connection breaks before the answer arrives. */
@Tag("thorough")
class LostAnswerIT {
    private final Breakable broken = Breakable.get();
    private final Cast cast = broken.cast();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final Person annByWire = ann.by(broken.toServer());
    private final String room = ann.createRoom(cast.unique("tea"));
    private final Draft draft = Draft.in(room, "the answer to this is lost");

    @AfterEach
    void mend() {
        broken.toServer().mend();
    }

    @Test
    void who_lost_the_answer_of_a_post_learns_it_by_repeating() {
        broken.toServer().loseAnswer(() -> this::isDraft);
        assertThrows(Rest.Unanswered.class, () -> annByWire.post("rooms/" + room + "/messages", draft.json()));
        assertRepeats();
    }

    private boolean isDraft(byte[] piece) {
        return new String(piece, StandardCharsets.UTF_8).contains(draft.clientId());
    }

    @Test
    void who_lost_the_answer_on_a_socket_learns_it_by_repeating() {
        bob.join(room);
        try (LiveSocket anns = annByWire.socket();
                LiveSocket bobs = bob.socket()) {
            bobs.join(room);
            // A client's frames are masked, so the wire cannot read them. This one is the next on an otherwise quiet
            // connection.
            broken.toServer().loseAnswer(() -> piece -> true);
            anns.send(draft.frame());
            assertEquals(1006, anns.closeCode());
            assertEquals(1, bobs.await("new_message").path("seq").asInt());
        }
        assertRepeats();
    }

    private void assertRepeats() {
        for (Draft repeat : List.of(draft, draft.repeated())) {
            assertEquals(
                    1,
                    annByWire
                            .post("rooms/" + room + "/messages", repeat.json())
                            .expect(200)
                            .path("seq")
                            .asInt());
        }
        assertEquals(2, ann.post(room, "the next").path("seq").asInt(), "and the repeats took no number");
    }
}
