package org.parley.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Many;
import org.parley.harness.Person;
import org.parley.harness.Rest;

class MarksIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private String room;

    @BeforeEach
    void ann_has_a_room_where_bob_is() {
        room = ann.createRoom(cast.unique("tea"));
        bob.join(room);
    }

    @Test
    void marks_move_forward_only_and_reading_implies_delivery() {
        say(ann, 10);
        mark(bob, "delivered", 4);
        assertMarks(0, 4);
        mark(bob, "read", 3);
        assertMarks(3, 4);
        mark(bob, "read", 2);
        mark(bob, "delivered", 1);
        assertMarks(3, 4);
        mark(bob, "read", 7);
        assertMarks(7, 7);
        mark(bob, "read", 0);
        assertMarks(7, 7);
    }

    @Test
    void beyond_the_head_is_the_head() {
        say(ann, 3);
        mark(bob, "delivered", 1000);
        assertMarks(0, 3);
        mark(bob, "read", Long.MAX_VALUE);
        assertMarks(3, 3);
        say(ann, 1);
        assertMarks(3, 3);
        assertEquals(1, membership(bob).path("unread").asInt());
    }

    @Test
    void unread_counts_what_others_said() {
        say(ann, 2);
        say(bob, 2);
        ann.patch("rooms/" + room, Json.of("topic", "cake"));
        assertUnread(bob, 2, 0);
        assertUnread(ann, 2, 0);
        mark(bob, "read", 1);
        assertUnread(bob, 1, 0);
        mark(bob, "read", 5);
        assertUnread(bob, 0, 0);
        say(ann, 1);
        assertUnread(bob, 1, 0);
    }

    @Test
    void mentions_are_counted_by_themselves() {
        ann.post(room, "@" + bob.name() + " one");
        ann.post(room, "two");
        ann.post(room, "@" + bob.name() + " three");
        assertUnread(bob, 3, 2);
        assertUnread(ann, 0, 0);
        mark(bob, "read", 1);
        assertUnread(bob, 2, 1);
        mark(bob, "read", 3);
        assertUnread(bob, 0, 0);
    }

    @Test
    void a_person_who_comes_later_has_read_what_was_there() {
        say(ann, 3);
        Person dora = cast.dora();
        dora.join(room);
        assertUnread(dora, 0, 0);
        say(ann, 1);
        assertUnread(dora, 1, 0);
        mark(dora, "read", 4);
        dora.delete("rooms/" + room + "/members/me").expect(204);
        say(ann, 2);
        dora.join(room);
        assertEquals(6, membership(dora).path("readSeq").asLong());
        assertUnread(dora, 0, 0);
    }

    @Test
    @Tag("once")
    void the_count_is_exact_up_to_999_and_then_1000() {
        say(ann, 999);
        assertUnread(bob, 999, 0);
        say(ann, 1);
        assertUnread(bob, 1000, 0);
        say(ann, 1);
        assertUnread(bob, 1000, 0);
    }

    @Test
    void what_is_marked_unread_counts_from_there_until_the_next_reading() {
        say(ann, 6);
        mark(bob, "read", 6);
        // At once: the earlier reading is not written yet, and must not undo this.
        mark(bob, "unread", 5);
        JsonNode marked = membership(bob);
        assertEquals(5, marked.path("unreadFrom").asLong());
        assertEquals(2, marked.path("unread").asInt());
        assertEquals(6, marked.path("readSeq").asLong());
        mark(bob, "delivered", 6);
        say(ann, 1);
        assertEquals(5, membership(bob).path("unreadFrom").asLong(), "delivery is no reading");
        assertEquals(3, membership(bob).path("unread").asInt());
        mark(bob, "read", 6);
        assertSoon(() -> membership(bob).path("unreadFrom").isNull());
        assertEquals(1, membership(bob).path("unread").asInt());
    }

    @Test
    void an_early_reading_never_clears_a_later_mark() {
        say(ann, 6);
        for (int round = 0; round < 5; round++) {
            mark(bob, "read", 6);
            mark(bob, "unread", 5);
            // All marks are written together; once this one is announced, bob's would have been written too.
            try (LiveSocket socket = bob.socket()) {
                socket.join(room);
                say(bob, 1);
                mark(ann, "read", 7 + round);
                long seq = 7 + round;
                socket.await(
                        "ann's receipt",
                        frame -> "receipt".equals(frame.path("type").asText())
                                && frame.path("readSeq").asLong() == seq);
            }
            assertEquals(5, membership(bob).path("unreadFrom").asLong());
        }
    }

    @Test
    void unread_beyond_the_head_is_the_head() {
        mark(bob, "unread", 5);
        assertTrue(membership(bob).path("unreadFrom").isNull(), "in an empty room there is nothing to mark");
        say(ann, 3);
        mark(bob, "read", 3);
        mark(bob, "unread", 99);
        assertEquals(3, membership(bob).path("unreadFrom").asLong());
        assertUnread(bob, 1, 0);
        say(ann, 1);
        assertUnread(bob, 2, 0);
    }

    @Test
    void members_see_how_far_the_others_are() {
        say(ann, 3);
        mark(bob, "delivered", 2);
        mark(bob, "read", 1);
        assertSoon(() -> {
            for (JsonNode member :
                    ann.get("rooms/" + room + "/members").expect(200).path("members")) {
                if (member.path("user").path("username").asText().equals(bob.name())) {
                    return member.path("readSeq").asLong() == 1
                            && member.path("deliveredSeq").asLong() == 2;
                }
            }
            return false;
        });
    }

    @Test
    void only_members_mark() {
        Person dora = cast.dora();
        for (String mark : List.of("read", "delivered", "unread")) {
            put(dora, mark, 1).refused(403, "not_member");
            put(bob, mark, 1).expect(204);
            put(bob, mark, -1).refused(400, "invalid_request");
            bob.put("rooms/" + room + "/" + mark, Json.of()).refused(400, "invalid_request");
            put(cast.stranger(), mark, 1).refused(401, "unauthenticated");
        }
        put(bob, "unread", 0).refused(400, "invalid_request");
        put(bob, "read", 0).expect(204);
    }

    private void assertMarks(long read, long delivered) {
        JsonNode membership = membership(bob);
        assertEquals(read, membership.path("readSeq").asLong());
        assertEquals(delivered, membership.path("deliveredSeq").asLong());
    }

    private void assertUnread(Person reader, int unread, int mentions) {
        assertEquals(unread, membership(reader).path("unread").asInt());
        assertEquals(mentions, membership(reader).path("mentions").asInt());
    }

    private JsonNode membership(Person person) {
        return person.get("rooms/" + room).expect(200).path("membership");
    }

    private void mark(Person person, String mark, long seq) {
        put(person, mark, seq).expect(204);
    }

    private Answer put(Rest person, String mark, long seq) {
        return person.put("rooms/" + room + "/" + mark, Json.of("seq", seq));
    }

    private void say(Person person, int count) {
        Many.say(person, room, count);
    }

    private static void assertSoon(BooleanSupplier holds) {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (!holds.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "a mark is in force within a second");
        }
    }
}
