package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Many;
import org.parley.harness.Person;

@Tag("once")
class ReceiptsIT {
    private static final int SMALL = 50;

    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private String room;

    @BeforeEach
    void ann_has_a_room_where_bob_is() {
        room = ann.createRoom(cast.unique("tea"));
        bob.join(room);
        Many.say(ann, room, 10);
    }

    @Test
    void the_others_and_the_readers_own_other_sockets_are_told() {
        try (LiveSocket reading = bob.socket();
                LiveSocket other = bob.socket();
                LiveSocket anns = ann.socket()) {
            reading.join(room);
            other.join(room);
            anns.join(room);
            mark(reading, "mark_delivered", 4);
            assertReceipt(anns, 4, 0);
            assertReceipt(other, 4, 0);
            mark(reading, "mark_read", 4);
            assertReceipt(anns, 4, 4);
            assertReceipt(other, 4, 4);
            mark(reading, "mark_read", 3);
            mark(reading, "mark_read", 5);
            assertReceipt(anns, 5, 5);
            reading.assertNone("receipt", "error");
        }
    }

    @Test
    void what_was_marked_by_rest_is_told_to_all() {
        try (LiveSocket bobs = bob.socket();
                LiveSocket anns = ann.socket()) {
            bobs.join(room);
            anns.join(room);
            bob.put("rooms/" + room + "/read", Json.of("seq", 7)).expect(204);
            assertReceipt(bobs, 7, 7);
            assertReceipt(anns, 7, 7);
        }
    }

    @Test
    void that_a_room_is_unread_again_and_then_read_elsewhere_is_told_also_to_the_socket_that_had_read_it() {
        try (LiveSocket one = bob.socket();
                LiveSocket other = bob.socket()) {
            one.join(room);
            other.join(room);
            mark(one, "mark_read", 10);
            assertReceipt(other, 10, 10);
            bob.put("rooms/" + room + "/unread", Json.of("seq", 4)).expect(204);
            assertReceipt(one, 10, 10);
            assertReceipt(other, 10, 10);
            mark(other, "mark_read", 10);
            assertReceipt(one, 10, 10);
        }
    }

    @Test
    void a_socket_that_marked_far_beyond_the_head_still_hears_of_the_next() {
        try (LiveSocket bobs = bob.socket();
                LiveSocket anns = ann.socket()) {
            bobs.join(room);
            anns.join(room);
            mark(bobs, "mark_read", 1_000_000);
            assertReceipt(anns, 10, 10);
            ann.post(room, "eleven");
            bob.put("rooms/" + room + "/read", Json.of("seq", 11)).expect(204);
            assertReceipt(bobs, 11, 11);
        }
    }

    @Test
    void in_a_room_of_more_than_50_only_the_reader_is_told() {
        IntStream.range(2, SMALL).parallel().forEach(i -> cast.register("m" + i).join(room));
        try (LiveSocket bobs = bob.socket();
                LiveSocket anns = ann.socket()) {
            bobs.join(room);
            anns.join(room);
            bob.put("rooms/" + room + "/read", Json.of("seq", 5)).expect(204);
            assertReceipt(bobs, 5, 5);
            assertReceipt(anns, 5, 5);
            cast.dora().join(room);
            bob.put("rooms/" + room + "/read", Json.of("seq", 6)).expect(204);
            assertReceipt(bobs, 6, 6);
            ann.put("rooms/" + room + "/read", Json.of("seq", 6)).expect(204);
            JsonNode own = anns.await("receipt");
            assertEquals(ann.name(), own.path("username").asText(), "the first that she hears of is her own");
        }
    }

    @Test
    void a_mark_needs_its_number_and_membership() {
        try (LiveSocket bobs = bob.socket();
                LiveSocket doras = cast.dora().socket()) {
            for (String type : new String[] {"mark_read", "mark_delivered"}) {
                assertRefused("invalid_request", bobs.ask(type, "room", room));
                assertRefused("invalid_request", bobs.ask(type, "room", room, "seq", -1));
                assertRefused("invalid_request", bobs.ask(type, "seq", 1));
                assertRefused("not_member", doras.ask(type, "room", room, "seq", 1));
                mark(bobs, type, 1);
            }
            bobs.assertNone("error");
        }
    }

    private void mark(LiveSocket socket, String type, long seq) {
        socket.send(Json.of("type", type, "room", room, "seq", seq));
    }

    private void assertReceipt(LiveSocket socket, long delivered, long read) {
        JsonNode receipt = socket.await("receipt");
        assertEquals(
                Json.of("type", "receipt", "room", room, "username", bob.name())
                        .setAll(Json.of("deliveredSeq", delivered, "readSeq", read))
                        .toString(),
                receipt.toString());
    }

    private static void assertRefused(String code, JsonNode answer) {
        assertEquals(code, LiveSocket.expect("error", answer).path("code").asText());
    }
}
