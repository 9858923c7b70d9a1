package org.parley.conversations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Messages;
import org.parley.harness.Person;

/**
 * Private conversations by REST: found by the other person's name, created by the first message, visible only to the
 * two.
 */
class ConversationsIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();

    @Test
    void both_read_what_either_said_each_by_the_name_of_the_other() {
        JsonNode first = ann.write(bob, "hello, bob");
        assertTrue(first.path("room").isNull());
        assertEquals(bob.name(), first.path("with").asText());
        assertEquals(1, first.path("seq").asLong());
        assertEquals(2, bob.write(ann, "hello, ann").path("seq").asLong());

        for (Person reader : List.of(ann, bob)) {
            Person other = reader == ann ? bob : ann;
            JsonNode page = reader.get(messages(other)).expect(200);
            assertEquals(2, page.path("head").asLong());
            assertEquals(List.of(1L, 2L), Messages.numbers(page.path("messages")));
            page.path("messages")
                    .forEach(message ->
                            assertEquals(other.name(), message.path("with").asText()));
        }
        assertEquals(
                "hello, ann",
                ann.get(messages(bob) + "/2").expect(200).path("body").asText());
    }

    @Test
    void the_log_has_them_as_the_sockets_show_them() {
        ann.write(bob, "hello");
        JsonNode log = bob.get("direct/" + ann.name() + "/log").expect(200);
        JsonNode event = log.path("events").path(0);
        assertEquals("private_message", event.path("type").asText());
        assertEquals(ann.name(), event.path("with").asText());
        assertFalse(event.has("room"));
        assertEquals("hello", event.path("message").path("body").asText());
    }

    @Test
    void looking_makes_none() {
        JsonNode page = ann.get(messages(bob)).expect(200);
        assertEquals(0, page.path("head").asLong());
        assertEquals(0, page.path("messages").size());
        JsonNode room = ann.get("direct/" + bob.name()).expect(200);
        assertTrue(room.path("id").isNull());
        assertEquals(bob.name(), room.path("peer").path("username").asText());
        ann.put("direct/" + bob.name() + "/read", Json.of("seq", 3)).expect(204);
        ann.get("direct/" + bob.name() + "/log").expect(200);
        ann.get("direct/" + bob.name() + "/members").expect(200);
        ann.get(messages(bob) + "/1").refused(404, "not_found");
        assertEquals(0, conversations(ann).size());
        assertTrue(ann.get("direct/" + bob.name()).expect(200).path("id").isNull());
    }

    @Test
    void with_nobody_there_is_nothing() {
        for (String path : List.of("", "/messages", "/log", "/members")) {
            ann.get("direct/" + cast.unique("zed") + path).refused(404, "not_found");
        }
        ann.post("direct/" + cast.unique("zed") + "/messages", Messages.of("hello"))
                .refused(404, "not_found");
        ann.put("direct/" + cast.unique("zed") + "/read", Json.of("seq", 1)).refused(404, "not_found");
    }

    @Test
    void one_may_talk_to_oneself() {
        assertEquals(1, ann.write(ann, "buy milk").path("seq").asLong());
        JsonNode mine = conversations(ann).get(0);
        assertEquals(ann.name(), mine.path("peer").path("username").asText());
        assertEquals(1, mine.path("memberCount").asInt());
        assertEquals(0, mine.path("membership").path("unread").asInt());
    }

    @Test
    void the_list_has_the_newest_first_with_counts_and_the_last_message() {
        Person cem = cast.cem();
        ann.write(bob, "one");
        ann.write(bob, "two");
        cem.write(bob, "three");
        List<JsonNode> list = conversations(bob);
        assertEquals(List.of(cem.name(), ann.name()), peers(list));
        JsonNode older = list.get(1);
        assertEquals("direct", older.path("kind").asText());
        assertTrue(older.path("name").isNull());
        assertEquals(2, older.path("membership").path("unread").asInt());
        assertEquals("two", older.path("lastMessage").path("body").asText());
        assertEquals(ann.name(), older.path("lastMessage").path("with").asText());
        assertEquals(
                0, conversations(ann).get(0).path("membership").path("unread").asInt());

        bob.write(ann, "four");
        assertEquals(List.of(ann.name(), cem.name()), peers(conversations(bob)));
        JsonNode page = bob.get("direct?limit=1").expect(200);
        assertEquals(1, page.path("conversations").size());
        JsonNode rest =
                bob.get("direct?limit=1&cursor=" + page.path("next").asText()).expect(200);
        assertEquals(
                cem.name(),
                rest.path("conversations").path(0).path("peer").path("username").asText());
        assertTrue(rest.path("next").isNull());
        bob.get("direct?cursor=nonsense").refused(400, "invalid_request");
    }

    @Test
    void a_repeat_is_answered_with_the_first_message() {
        String id = Person.newId();
        JsonNode first = ann.post(messages(bob), Messages.of(id, "first")).expect(201);
        JsonNode again = ann.post(messages(bob), Messages.of(id, "other")).expect(200);
        assertEquals(first, again);
        assertEquals(1, ann.get(messages(bob)).expect(200).path("head").asLong());
    }

    @Test
    void however_many_begin_it_at_once_there_is_one_and_its_numbers_have_no_gap() {
        List<CompletableFuture<Answer>> answers = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    Person sender = i % 2 == 0 ? ann : bob;
                    return sender.post(messages(sender == ann ? bob : ann), Messages.of("message " + i));
                }))
                .toList();
        Set<Long> numbers = new TreeSet<>();
        answers.forEach(
                answer -> numbers.add(answer.join().expect(201).path("seq").asLong()));
        assertEquals(IntStream.rangeClosed(1, 12).mapToObj(Long::valueOf).toList(), new ArrayList<>(numbers));
        assertEquals(
                conversations(ann).get(0).path("id"), conversations(bob).get(0).path("id"));
        assertEquals(1, conversations(bob).size());
    }

    @Test
    void nobody_else_finds_it_by_any_route() {
        ann.write(bob, "a secret");
        String id = conversations(ann).get(0).path("id").asText();
        assertEquals(
                1,
                ann.get("direct/" + id + "/messages").expect(200).path("head").asLong());
        for (Person other : List.of(cast.dora(), cast.root())) {
            for (String path : List.of("", "/messages", "/messages/1", "/log", "/members")) {
                other.get("direct/" + id + path).refused(404, "not_found");
                other.get("rooms/" + id + path).refused(404, "not_found");
            }
            other.post("direct/" + id + "/messages", Messages.of("hello")).refused(404, "not_found");
            other.post("rooms/" + id + "/messages", Messages.of("hello")).refused(404, "not_found");
            other.post("rooms/" + id + "/members", Json.of()).refused(404, "not_found");
            other.put("direct/" + id + "/read", Json.of("seq", 1)).refused(404, "not_found");
            other.patch("rooms/" + id, Json.of("topic", "mine")).refused(404, "not_found");
            other.delete("rooms/" + id).refused(404, "not_found");
            try (LiveSocket socket = other.socket()) {
                JsonNode refusal = socket.ask("join_room", "room", id, "since", 0);
                assertEquals("not_found", refusal.path("code").asText());
            }
            assertFalse(other.get("rooms?limit=200").expect(200).toString().contains(id));
        }
        // Its own people find it only under direct.
        ann.get("rooms/" + id).refused(404, "not_found");
    }

    @Test
    void a_blocked_person_reads_on_and_cannot_write() {
        bob.write(ann, "first");
        assertEquals(204, ann.put("blocks/" + bob.name(), Json.of()).status());
        bob.post(messages(ann), Messages.of("again")).refused(403, "forbidden");
        assertEquals(1, bob.get(messages(ann)).expect(200).path("head").asLong());
        ann.write(bob, "the other way it goes");
        assertEquals(List.of(bob.name()), blocked(ann));
        assertEquals(204, ann.put("blocks/" + bob.name(), Json.of()).status());

        ann.delete("blocks/" + bob.name()).expect(204);
        assertEquals(3, bob.write(ann, "again").path("seq").asLong());
        assertEquals(List.of(), blocked(ann));
        ann.delete("blocks/" + bob.name()).expect(204);
    }

    @Test
    void a_repeat_is_answered_also_to_one_who_is_blocked() {
        String id = Person.newId();
        bob.post(messages(ann), Messages.of(id, "first")).expect(201);
        ann.put("blocks/" + bob.name(), Json.of()).expect(204);
        assertEquals(
                1,
                bob.post(messages(ann), Messages.of(id, "first"))
                        .expect(200)
                        .path("seq")
                        .asLong());
    }

    @Test
    void blocking_before_anything_was_said_holds_and_shows_nothing() {
        ann.put("blocks/" + bob.name(), Json.of()).expect(204);
        bob.post(messages(ann), Messages.of("hello")).refused(403, "forbidden");
        assertEquals(0, conversations(ann).size());
        assertEquals(0, conversations(bob).size());
    }

    @Test
    void nobody_blocks_themselves_or_one_who_is_not_there() {
        ann.put("blocks/" + ann.name(), Json.of()).refused(403, "forbidden");
        ann.put("blocks/" + cast.unique("zed"), Json.of()).refused(404, "not_found");
        ann.delete("blocks/" + cast.unique("zed")).refused(404, "not_found");
        cast.stranger().get("blocks").refused(401, "unauthenticated");
        cast.stranger().get("direct").refused(401, "unauthenticated");
    }

    @Test
    void marks_and_members_are_as_in_a_room() {
        ann.write(bob, "one");
        ann.write(bob, "two");
        bob.put("direct/" + ann.name() + "/delivered", Json.of("seq", 2)).expect(204);
        bob.put("direct/" + ann.name() + "/read", Json.of("seq", 1)).expect(204);
        assertEquals(1, membership(bob).path("unread").asInt());
        bob.put("direct/" + ann.name() + "/unread", Json.of("seq", 1)).expect(204);
        assertEquals(2, membership(bob).path("unread").asInt());
        assertEquals(
                204,
                bob.put("direct/" + ann.name() + "/notify", Json.of("notify", "none"))
                        .status());
        assertEquals("none", membership(bob).path("notify").asText());
        bob.put("direct/" + ann.name() + "/notify", Json.of("notify", "some")).refused(400, "invalid_request");
        JsonNode members =
                ann.get("direct/" + bob.name() + "/members").expect(200).path("members");
        assertEquals(2, members.size());
        for (JsonNode member : members) {
            assertEquals("member", member.path("role").asText());
        }
    }

    private static String messages(Person other) {
        return "direct/" + other.name() + "/messages";
    }

    private static List<JsonNode> conversations(Person of) {
        List<JsonNode> list = new ArrayList<>();
        of.get("direct").expect(200).path("conversations").forEach(list::add);
        return list;
    }

    private static List<String> peers(List<JsonNode> conversations) {
        return conversations.stream()
                .map(conversation -> conversation.path("peer").path("username").asText())
                .toList();
    }

    private static JsonNode membership(Person of) {
        return conversations(of).get(0).path("membership");
    }

    private static List<String> blocked(Person by) {
        List<String> names = new ArrayList<>();
        by.get("blocks")
                .expect(200)
                .path("users")
                .forEach(user -> names.add(user.path("username").asText()));
        return names;
    }
}
