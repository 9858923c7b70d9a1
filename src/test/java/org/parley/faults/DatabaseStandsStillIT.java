package org.parley.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;
import org.parley.harness.Waiting;

/** The database accepts everything and answers nothing, like one whose disk hangs. */
@Tag("networked")
class DatabaseStandsStillIT {
    /** The number of REST calls: more than there are threads to serve them. */
    private static final int IMPATIENT = 100;

    private final Breakable broken = Breakable.get();
    private final Cast cast = broken.cast();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final String room = ann.createRoom(cast.unique("tea"));

    @Test
    void while_the_database_stands_still_senders_are_told_so_and_sockets_stay() throws Exception {
        standStill(Duration.ofSeconds(6));
    }

    @Test
    @Tag("long")
    void half_a_minute_of_it_changes_nothing() throws Exception {
        standStill(Duration.ofSeconds(30));
    }

    private void standStill(Duration time) throws Exception {
        bob.join(room);
        Traffic traffic = new Traffic(broken.server(), UnaryOperator.identity()).in("other");
        traffic.flow(50);
        long heap = Measured.heap(broken.server());
        Draft draft = Draft.in(room, "hello");
        try (LiveSocket anns = ann.socket();
                LiveSocket bobs = bob.socket()) {
            anns.join(room);
            bobs.join(room);
            long halted = System.nanoTime();
            broken.database().halt();
            try {
                assertUnavailable(anns, draft);
                broken.awaitUnready();
                anns.drain();
                Waiting.until("it stood long enough", time, () -> System.nanoTime() - halted > time.toNanos());
                anns.drain();
                bobs.drain();
                Measured.assertFlat(heap, Measured.heap(broken.server()));
            } finally {
                broken.database().goOn();
            }
            broken.awaitReady();
            JsonNode stored = anns.say(room, draft.clientId(), draft.body());
            assertEquals(1, stored.path("seq").asInt());
            assertEquals(1, bobs.await("new_message").path("seq").asInt());
        }
        Measured.print("The database stood still for " + time.toSeconds() + " s: " + traffic.end());
        Following.assertResumes(bob, room, 0, 1);
    }

    private static void assertUnavailable(LiveSocket socket, Draft draft) {
        long began = System.nanoTime();
        JsonNode answer = socket.ask(
                "send_message", "room", draft.place().name(), "clientId", draft.clientId(), "body", draft.body());
        assertEquals("unavailable", answer.path("code").asText());
        Measured.print("A sender was told", began);
    }

    @Test
    void however_many_ask_meanwhile_sockets_are_answered() {
        Draft draft = Draft.in(room, "hello");
        try (LiveSocket anns = ann.socket()) {
            anns.join(room);
            List<CompletableFuture<Answer>> asked = new ArrayList<>();
            broken.database().halt();
            try {
                for (int i = 0; i < IMPATIENT; i++) {
                    asked.add(bob.later("GET", "rooms/" + room + "/messages"));
                }
                assertUnavailable(anns, draft);
                anns.drain();
            } finally {
                broken.database().goOn();
            }
            broken.awaitReady();
            // The answer came after four seconds, while the message was being committed. It may be stored now, or the
            // repeat stores it.
            JsonNode stored = anns.say(room, draft.clientId(), draft.body());
            assertEquals(1, stored.path("seq").asInt());
        }
    }
}
