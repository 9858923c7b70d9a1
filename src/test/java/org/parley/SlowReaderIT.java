package org.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;
import org.parley.harness.RawSocket;

/** Slow readers: one who is a little behind, one who is too far behind, and one who reads nothing at all. */
@Tag("once")
@Tag("long")
class SlowReaderIT {
    private static final int BATCH = 10;

    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final String room = ann.createRoom(cast.unique("r"));

    @Test
    void a_reader_that_takes_nothing_is_cut_off_and_comes_back_to_all_of_it() {
        Person cem = cast.cem();
        String large = "x".repeat(7000);
        try (RawSocket asleep = RawSocket.open(cem, 4096);
                LiveSocket sender = ann.socket();
                LiveSocket bystander = cast.bob().socket()) {
            asleep.text(Json.of("type", "join_room", "room", room).toString());
            bystander.join(room);
            long head = 0;
            // More than the system's buffers on both ends hold; only then does the outbox fill.
            while (head < 2500) {
                head = sayMany(sender, large);
                bystander.await("number " + head, upTo(head));
            }
            assertTrue(List.of(1013, 1006).contains(asleep.closeCode()), "cut off");
            try (LiveSocket awake = cem.socket()) {
                awake.send(Json.of("type", "join_room", "room", room, "since", 0));
                JsonNode last = awake.await("caught_up");
                assertEquals(head, last.path("seq").asLong());
            }
        }
    }

    private static Predicate<JsonNode> upTo(long seq) {
        return frame -> frame.path("seq").asLong() == seq && frame.has("message");
    }

    @Test
    void a_person_who_is_more_than_ten_thousand_behind_gets_a_gap_and_the_newest_two_hundred() {
        long head = 0;
        try (LiveSocket sender = ann.socket()) {
            while (head < 10_210) {
                head = sayMany(sender, "short");
            }
        }
        try (LiveSocket cem = cast.cem().socket()) {
            cem.send(Json.of("type", "join_room", "room", room, "since", 100));
            assertEquals(head, cem.await("room_joined").path("head").asLong());
            JsonNode gap = cem.await("gap");
            assertEquals(101, gap.path("from").asLong());
            assertEquals(head - 200, gap.path("to").asLong());
            for (long seq = head - 199; seq <= head; seq++) {
                assertEquals(seq, cem.await("new_message").path("seq").asLong());
            }
            assertEquals(head, cem.await("caught_up").path("seq").asLong());
        }
        try (LiveSocket dora = cast.dora().socket()) {
            dora.send(Json.of("type", "join_room", "room", room, "since", head - 10_000));
            for (long seq = head - 9_999; seq <= head; seq++) {
                assertEquals(seq, dora.await("new_message").path("seq").asLong());
            }
            assertEquals(head, dora.await("caught_up").path("seq").asLong());
        }
    }

    /** Posts some messages in one frame; returns the highest number. */
    private long sayMany(LiveSocket sender, String body) {
        int count = body.length() > 1000 ? BATCH : BATCH * 20;
        ArrayNode frames = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < count; i++) {
            frames.add(Json.of("type", "send_message", "room", room, "clientId", Person.newId(), "body", body));
        }
        sender.sendText(frames.toString());
        long highest = 0;
        for (int i = 0; i < count; i++) {
            highest = Math.max(highest, sender.await("message_sent").path("seq").asLong());
        }
        return highest;
    }
}
