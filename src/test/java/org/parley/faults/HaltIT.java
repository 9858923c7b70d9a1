package org.parley.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.LiveSocket;
import org.parley.harness.Many;
import org.parley.harness.Person;
import org.parley.harness.Place;
import org.parley.harness.Waiting;

/** The server dies between a commit and the answer to it, while others write. */
@Tag("once")
class HaltIT {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int FLOWING = 50;

    private final Breakable broken = Breakable.get();
    private final Cast cast = broken.cast();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final String room = ann.createRoom(cast.unique("tea"));

    @Test
    void a_repeat_after_the_halt_finds_the_number_that_nobody_had_heard_of_and_nothing_of_others_is_lost()
            throws Exception {
        Traffic traffic = new Traffic(broken.server(), UnaryOperator.identity()).in("other");
        traffic.flow(FLOWING);
        bob.join(room);
        Many.say(bob, room, 2);
        Draft draft = Draft.in(room, HaltingAfterCommit.WORD);
        try (LiveSocket anns = ann.socket();
                LiveSocket bobs = bob.socket()) {
            bobs.join(room);
            anns.send(draft.frame());
            Waiting.until("the server is gone", PATIENCE, () -> !broken.server().alive());
            assertTold(0, anns);
            assertTold(0, bobs);
        }
        broken.server().start();
        assertEquals(3, repeat(ann, draft.repeated()).path("seq").asInt());
        assertEquals(
                HaltingAfterCommit.WORD,
                repeat(ann, draft.repeated()).path("body").asText(),
                "the first text, whatever the repeat says");
        Ledger ledger = new Ledger(Place.room(room));
        ledger.read(bob);
        assertEquals(List.of(), ledger.faults());
        assertEquals(3, ledger.stored().size());
        assertEquals(draft.clientId(), ledger.stored().get(2));
        Following.assertResumes(bob, room, 2, 3);
        traffic.look();
        traffic.end();
    }

    private static void assertTold(int messages, LiveSocket socket) {
        int told = 0;
        for (JsonNode frame = socket.nextWithin(PATIENCE); frame != null; frame = socket.nextWithin(PATIENCE)) {
            told += frame.has("message") ? 1 : 0;
        }
        assertEquals(messages, told);
    }

    private JsonNode repeat(Person sender, Draft draft) {
        Answer answer = sender.post("rooms/" + room + "/messages", draft.json());
        return answer.expect(200);
    }
}
