package org.parley.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;

/**
 * Another process holds the locks of many rooms, and each request that waits for a lock holds a database connection.
 */
@Tag("networked")
class LockedRoomsIT {
    /** More than the connections of the pool. */
    private static final int ROOMS = 40;

    private final Breakable broken = Breakable.get();
    private final Cast cast = broken.cast();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final String free = ann.createRoom(cast.unique("free"));
    private final List<String> rooms = new ArrayList<>();
    private final List<Draft> drafts = new ArrayList<>();

    @Test
    void who_waits_for_a_locked_room_is_told_so_and_the_other_rooms_do_not_notice() throws Exception {
        for (int i = 0; i < ROOMS; i++) {
            rooms.add(ann.createRoom(cast.unique("r" + i)));
            drafts.add(Draft.in(rooms.get(i), "hello"));
        }
        bob.join(free);
        try (LiveSocket anns = ann.socket();
                LiveSocket bobs = bob.socket();
                LiveSocket asking = ann.socket()) {
            rooms.forEach(anns::join);
            asking.join(free);
            bobs.join(free);
            try (Connection outside = broken.database().connect(broken.databaseName())) {
                lock(outside);
                List<CompletableFuture<Answer>> waiting = joinAll();
                sendToAll(anns);
                long began = System.nanoTime();
                asking.drain();
                Measured.print("A ping was answered", began);
                assertEquals(
                        1, asking.say(free, "nobody holds this one").path("seq").asInt());
                assertEquals(1, bobs.await("new_message").path("seq").asInt());
                Measured.print("A message went through another room", began);
                assertAllTold(anns, began);
                assertRefused(waiting, began);
            }
            // A message that was answered only after four seconds may have been stored when the locks were released. A
            // repeat finds it or stores it.
            for (Draft draft : drafts) {
                JsonNode stored = anns.say(draft.place().name(), draft.clientId(), draft.body());
                assertEquals(1, stored.path("seq").asInt());
            }
        }
    }

    private void lock(Connection outside) throws SQLException {
        outside.setAutoCommit(false);
        for (String room : rooms) {
            String sql =
                    "SELECT r.id FROM room r JOIN room_name n ON n.room_id = r.id WHERE n.name_folded = ? FOR UPDATE";
            try (PreparedStatement statement = outside.prepareStatement(sql)) {
                statement.setString(1, room);
                assertTrue(statement.executeQuery().next());
            }
        }
    }

    /** Each of these needs the lock and holds a connection while it waits. */
    private List<CompletableFuture<Answer>> joinAll() {
        return rooms.stream()
                .map(room -> bob.later("POST", "rooms/" + room + "/members"))
                .toList();
    }

    private void sendToAll(LiveSocket socket) {
        for (Draft draft : drafts) {
            socket.send(draft.frame().put("ref", draft.place().name()));
        }
    }

    private void assertAllTold(LiveSocket socket, long began) {
        for (int i = 0; i < ROOMS; i++) {
            JsonNode answer = socket.await("an answer", frame -> frame.has("ref"));
            assertEquals("unavailable", answer.path("code").asText());
        }
        Measured.print("All senders were told", began);
    }

    private static void assertRefused(List<CompletableFuture<Answer>> waiting, long began) {
        for (CompletableFuture<Answer> answer : waiting) {
            answer.join().refused(503, "unavailable");
        }
        Measured.print("All who asked by REST were told", began);
    }
}
