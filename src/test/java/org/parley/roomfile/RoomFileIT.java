package org.parley.roomfile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Messages;
import org.parley.harness.Person;
import org.parley.harness.Uploads;
import org.parley.harness.Waiting;

/** A room leaves the server as one file and comes back as another room. */
@Tag("once")
class RoomFileIT {
    private static final String THUMB = "%F0%9F%91%8D";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final String room = ann.createRoom(cast.unique("tea"));
    private String secret;

    /** Everything that a log can have. */
    private void a_lively_room() {
        bob.join(room);
        ann.patch("rooms/" + room, Json.of("topic", "cake & <tea>")).expect(200);
        ann.post(room, "first, </script><!-- and more");
        Messages.post(bob, room, reply("second @" + ann.name(), 2)).expect(201);
        Uploads.post(
                ann,
                room,
                "",
                Uploads.put(ann, "p.png", Uploads.png(3, 2)).path("id").asText(),
                Uploads.id(ann, "notes.txt", "hello"));
        secret = cast.unique("nobody-may-read-this");
        bob.post(room, secret);
        String file = Uploads.id(ann, "gone.txt", secret + "-either");
        Uploads.post(ann, room, "", file);
        bob.patch("rooms/" + room + "/messages/3", Json.of("body", "second, edited"))
                .expect(200);
        ann.put("rooms/" + room + "/messages/2/reactions/" + THUMB, null).expect(204);
        bob.put("rooms/" + room + "/messages/2/reactions/" + THUMB, null).expect(204);
        bob.put("rooms/" + room + "/messages/4/reactions/" + THUMB, null).expect(204);
        bob.delete("rooms/" + room + "/messages/4/reactions/" + THUMB).expect(204);
        ann.put("rooms/" + room + "/pins/3", null).expect(204);
        ann.delete("rooms/" + room + "/messages/5").expect(204);
        ann.delete("rooms/" + room + "/messages/6").expect(204);
        ann.delete("rooms/" + room + "/members/" + bob.name()).expect(204);
    }

    private static ObjectNode reply(String body, long to) {
        ObjectNode message = Messages.of(body);
        message.put("replyTo", to);
        return message;
    }

    @Test
    void a_room_comes_back_with_the_same_numbers_times_texts_files_and_reactions() {
        a_lively_room();
        long head = Messages.head(ann, room);
        Person dora = cast.dora();
        JsonNode made = RoomFiles.send(dora, RoomFiles.export(ann, room), null).expect(201);
        String copy = made.path("name").asText();
        assertEquals(room + "-2", copy);
        assertEquals(head + 1, made.path("head").asLong());
        assertEquals("owner", made.path("membership").path("role").asText());
        assertEquals(0, made.path("membership").path("unread").asInt());
        assertEquals("public", made.path("kind").asText());
        assertEquals("cake & <tea>", made.path("topic").asText());
        List<JsonNode> before = list(RoomFiles.messages(ann, room));
        List<JsonNode> after = list(RoomFiles.messages(dora, copy));
        JsonNode end = after.remove(after.size() - 1);
        assertEquals(head + 1, end.path("seq").asLong());
        assertEquals(Json.read("{\"action\":\"import\",\"target\":null,\"value\":null}"), end.path("system"));
        assertEquals(dora.name(), end.path("sender").path("username").asText());
        assertEquals(before.size(), after.size());
        for (int i = 0; i < before.size(); i++) {
            same(before.get(i), after.get(i), dora);
        }
        assertEquals(frames(ann, room), frames(dora, copy).subList(0, (int) head));
        assertEquals(
                "second, edited",
                dora.get("rooms/" + copy + "/pins")
                        .expect(200)
                        .path("pins")
                        .get(0)
                        .path("body")
                        .asText());
        Waiting.until("the search has the room", PATIENCE, () -> found(dora, copy, "edited") == 1);
        assertEquals(0, found(dora, copy, secret));
    }

    /** People of another server are nobody here: no username, no mention, and nobody is named for a reaction. */
    private void same(JsonNode before, JsonNode after, Person reader) {
        ObjectNode expected = before.deepCopy();
        ((ObjectNode) expected.path("sender")).putNull("username").putNull("avatarUrl");
        expected.put("room", after.path("room").asText());
        expected.putArray("mentions");
        expected.path("reactions").forEach(kind -> ((ObjectNode) kind).putArray("usernames"));
        expected.set("attachments", after.path("attachments"));
        if (expected.path("replyTo").isObject()) {
            ((ObjectNode) expected.path("replyTo")).putNull("username");
        }
        if (expected.path("system").isObject()) {
            ((ObjectNode) expected.path("system")).putNull("target");
        }
        assertEquals(expected, after);
        for (int i = 0; i < before.path("attachments").size(); i++) {
            sameFile(
                    before.path("attachments").get(i), after.path("attachments").get(i), reader);
        }
    }

    private void sameFile(JsonNode before, JsonNode after, Person reader) {
        for (String field : List.of("name", "type", "size", "width", "height")) {
            assertEquals(before.path(field), after.path(field), field);
        }
        assertFalse(before.path("id").equals(after.path("id")));
        assertArrayEquals(
                Uploads.get(ann, before.path("id").asText()).body(),
                Uploads.get(reader, after.path("id").asText()).body());
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> list = new ArrayList<>();
        array.forEach(list::add);
        return list;
    }

    /** What the log tells without people: number, type, target, emoji, count. */
    private static List<String> frames(Person reader, String room) {
        List<String> frames = new ArrayList<>();
        reader.get("rooms/" + room + "/log?limit=200")
                .expect(200)
                .path("events")
                .forEach(frame -> {
                    List<String> told = new ArrayList<>();
                    for (String field : List.of("seq", "type", "target", "emoji", "count")) {
                        told.add(frame.path(field).asText());
                    }
                    frames.add(String.join(" ", told));
                });
        return frames;
    }

    private static int found(Person reader, String room, String word) {
        return reader.get("search?q=" + word + "&room=" + room)
                .expect(200)
                .path("hits")
                .size();
    }

    @Test
    void an_imported_room_lives_on() {
        a_lively_room();
        Person dora = cast.dora();
        String copy = RoomFiles.send(dora, RoomFiles.export(ann, room), cast.unique("copy"))
                .expect(201)
                .path("name")
                .asText();
        assertEquals(cast.unique("copy"), copy);
        bob.join(copy);
        Messages.post(bob, copy, reply("I was there", 3)).expect(201);
        bob.put("rooms/" + copy + "/messages/2/reactions/" + THUMB, null).expect(204);
        bob.patch("rooms/" + copy + "/messages/3", Json.of("body", "mine")).refused(403, "forbidden");
        dora.delete("rooms/" + copy + "/messages/4").expect(204);
        JsonNode messages = RoomFiles.messages(bob, copy);
        assertEquals(3, messages.get(1).path("reactions").get(0).path("count").asInt());
        assertEquals(
                Json.read("[\"" + bob.name() + "\"]"),
                messages.get(1).path("reactions").get(0).path("usernames"));
        assertEquals(1, messages.get(2).path("replyCount").asInt());
        assertTrue(messages.get(3).path("deleted").asBoolean());
        // And once more, now with people who have no usernames.
        JsonNode again = RoomFiles.send(ann, RoomFiles.export(dora, copy), null).expect(201);
        assertEquals(
                messages.get(1).path("sender").path("displayName"),
                RoomFiles.messages(ann, again.path("name").asText())
                        .get(1)
                        .path("sender")
                        .path("displayName"));
    }

    @Test
    void what_was_deleted_is_in_none_of_the_octets() {
        a_lively_room();
        HttpResponse<byte[]> answer = Uploads.ask(ann, "rooms/" + room + "/export");
        assertEquals(
                "application/zip", answer.headers().firstValue("Content-Type").orElse(""));
        assertTrue(answer.headers()
                .firstValue("Content-Disposition")
                .orElse("")
                .startsWith("attachment; filename=\"" + room + ".zip\""));
        Map<String, byte[]> entries = RoomFiles.entries(answer.body());
        Iterator<String> names = entries.keySet().iterator();
        assertEquals("room.json", names.next());
        assertEquals("log.ndjson", names.next());
        assertEquals(5, entries.size(), () -> "two files and a page: " + entries.keySet());
        entries.forEach((name, octets) -> assertFalse(RoomFiles.text(octets).contains(secret), name));
        String page = RoomFiles.text(entries.get("index.html"));
        assertTrue(page.contains("first, \\u003c/script>\\u003c!-- and more"), "text cannot leave its element");
        assertEquals(
                Messages.head(ann, room),
                RoomFiles.text(entries.get("log.ndjson")).lines().count());
    }

    @Test
    void a_name_is_the_importers_or_the_files_or_nearly_the_files() {
        byte[] zip = RoomFiles.export(ann, room);
        RoomFiles.send(bob, zip, room).refused(409, "room_name_taken");
        assertEquals(
                List.of("name"),
                Json.wrongFields(RoomFiles.send(bob, zip, "not a name").refused(400, "invalid_request")));
        for (String expected : List.of(room + "-2", room + "-3")) {
            assertEquals(
                    expected,
                    RoomFiles.send(bob, zip, null).expect(201).path("name").asText());
        }
    }

    @Test
    void what_a_password_protected_is_private_afterwards() {
        ann.patch("rooms/" + room, Json.of("password", "very-secret")).expect(200);
        JsonNode made = RoomFiles.send(bob, RoomFiles.export(ann, room), null).expect(201);
        assertEquals("private", made.path("kind").asText());
        assertFalse(made.path("hasPassword").asBoolean());
    }

    @Test
    void a_room_is_its_owners_to_take_away() {
        bob.join(room);
        bob.get("rooms/" + room + "/export").refused(403, "forbidden");
        cast.dora().get("rooms/" + room + "/export").refused(403, "not_member");
        assertEquals(200, ann.call("HEAD", "rooms/" + room + "/export", null).status());
        RoomFiles.export(ann, room);
    }
}
