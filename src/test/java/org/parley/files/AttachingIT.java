package org.parley.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Messages;
import org.parley.harness.Person;
import org.parley.harness.Uploads;
import org.parley.harness.Waiting;

/** Files in messages and drafts: everywhere the same, and gone with them. */
class AttachingIT {
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
    void a_message_shows_its_files_everywhere() {
        JsonNode text = Uploads.put(ann, "a.txt", new byte[] {'a'});
        JsonNode picture = Uploads.put(ann, "p.png", Uploads.png(2, 2));
        try (LiveSocket bobs = bob.socket()) {
            bobs.join(room);
            JsonNode message = Uploads.post(ann, room, "", id(picture), id(text));
            assertEquals(List.of(picture, text), list(message.path("attachments")));
            assertEquals("", message.path("body").asText());
            assertEquals(message, bobs.await("new_message").path("message"));
            assertEquals(message, bob.get(path("/messages/1")).expect(200));
            assertEquals(message, bob.get(path("/messages")).expect(200).at("/messages/0"));
            assertEquals(message, bob.get(path("/log")).expect(200).at("/events/0/message"));
            assertEquals(message, bob.get(path("")).expect(200).path("lastMessage"));
        }
    }

    @Test
    void the_kind_follows_from_the_files_unless_it_is_said() {
        assertEquals(
                "image", Uploads.post(ann, room, "look", picture()).path("kind").asText());
        assertEquals(
                "image",
                Uploads.post(ann, room, "", picture(), picture()).path("kind").asText());
        assertEquals(
                "file",
                Uploads.post(ann, room, "", picture(), text()).path("kind").asText());
        assertEquals("text", Uploads.post(ann, room, "x").path("kind").asText());
        JsonNode said =
                Json.of("clientId", Person.newId(), "body", "", "kind", "text", "attachments", List.of(picture()));
        assertEquals(
                "text", Messages.post(ann, room, said).expect(201).path("kind").asText());
    }

    @Test
    void a_repeat_gets_the_first_message_with_its_files() {
        JsonNode message = Uploads.message("x", text());
        JsonNode first = Messages.post(ann, room, message).expect(201);
        assertEquals(first, Messages.post(ann, room, message).expect(200));
    }

    @Test
    void a_message_over_a_socket_has_files_too() {
        try (LiveSocket anns = ann.socket()) {
            anns.join(room);
            String file = text();
            anns.send(live("send_message", "room", room, file));
            assertEquals(
                    file,
                    anns.await("message_sent").at("/message/attachments/0/id").asText());
        }
    }

    @Test
    void a_private_message_has_files_that_only_two_people_may_read() {
        try (LiveSocket anns = ann.privateSocket();
                LiveSocket bobs = bob.privateSocket()) {
            String file = text();
            anns.send(live("private_message", "to", bob.name(), file));
            assertEquals(
                    file,
                    bobs.await("private_message")
                            .at("/message/attachments/0/id")
                            .asText());
            assertEquals(200, Uploads.get(bob, file).statusCode());
            cast.root().get("attachments/" + file).refused(404, "not_found");
        }
    }

    private static JsonNode live(String type, String place, String name, String file) {
        return Json.of("type", type, place, name, "clientId", Person.newId(), "body", "", "attachments", List.of(file));
    }

    @Test
    void only_ones_own_unposted_files_can_be_posted() {
        String anns = text();
        Messages.post(bob, room, Uploads.message("x", anns)).refused(404, "not_found");
        Messages.post(ann, room, Uploads.message("x", Person.newId())).refused(404, "not_found");
        Messages.post(ann, room, Uploads.message("x", "../x")).refused(404, "not_found");
        assertEquals(0, Messages.head(ann, room));
        Uploads.post(ann, room, "x", anns);
        Messages.post(ann, room, Uploads.message("x", anns)).refused(409, "conflict");
        assertEquals(1, Messages.head(ann, room));
    }

    @Test
    void a_message_has_ten_files_at_most_and_each_once() {
        String[] ten = new String[10];
        for (int i = 0; i < ten.length; i++) {
            ten[i] = text();
        }
        String[] eleven = Arrays.copyOf(ten, 11);
        eleven[10] = text();
        assertWrong(Uploads.message("x", eleven));
        assertWrong(Uploads.message("x", ten[0], ten[0]));
        assertEquals(10, Uploads.post(ann, room, "", ten).path("attachments").size());
    }

    private void assertWrong(JsonNode message) {
        assertEquals(
                List.of("attachments"),
                Json.wrongFields(Messages.post(ann, room, message).refused(400, "invalid_request")));
    }

    @Test
    void of_two_messages_at_the_same_moment_one_gets_the_file() {
        String other = ann.createRoom(cast.unique("other"));
        String file = text();
        CompletableFuture<Answer> there =
                CompletableFuture.supplyAsync(() -> Messages.post(ann, other, Uploads.message("x", file)));
        int here = Messages.post(ann, room, Uploads.message("x", file)).status();
        assertEquals(201 + 409, here + there.join().status());
    }

    @Test
    void who_was_removed_meanwhile_cannot_post_a_file() {
        String file = Uploads.id(bob, "a.txt", "hello");
        ann.patch(path(""), Json.of("visibility", "private")).expect(200);
        ann.delete(path("/members/" + bob.name())).expect(204);
        Messages.post(bob, room, Uploads.message("x", file)).refused(404, "not_found");
        assertEquals(200, Uploads.get(bob, file).statusCode());
        ann.get("attachments/" + file).refused(404, "not_found");
    }

    @Test
    void files_go_with_their_message() {
        String file = text();
        Uploads.post(ann, room, "x", file);
        ann.delete(path("/messages/1")).expect(204);
        JsonNode deleted = bob.get(path("/messages/1")).expect(200);
        assertEquals(0, deleted.path("attachments").size());
        for (Person person : List.of(ann, bob, cast.root())) {
            person.get("attachments/" + file).refused(404, "not_found");
        }
        Messages.post(ann, room, Uploads.message("x", file)).refused(404, "not_found");
        assertEquals(0, bob.get(path("/files")).expect(200).path("files").size());
    }

    @Test
    void files_go_with_their_room() {
        String file = text();
        Uploads.post(ann, room, "x", file);
        ann.put(path("/draft"), Json.of("body", "", "attachments", List.of(text()), "revision", 0))
                .expect(200);
        ann.delete(path("")).expect(204);
        ann.get("attachments/" + file).refused(404, "not_found");
        Waiting.until(
                "nobody has the file",
                Duration.ofSeconds(30),
                () -> Messages.post(ann, "main", Uploads.message("x", file)).status() == 404);
    }

    @Test
    void an_edit_keeps_the_files_and_may_remove_the_text() {
        JsonNode posted = Uploads.post(ann, room, "x", text());
        JsonNode edited = ann.patch(path("/messages/1"), Json.of("body", "")).expect(200);
        assertEquals(posted.path("attachments"), edited.path("attachments"));
        assertEquals("", edited.path("body").asText());
        ann.post(room, "only text");
        JsonNode refused = ann.patch(path("/messages/3"), Json.of("body", "")).refused(400, "invalid_request");
        assertEquals(List.of("body"), Json.wrongFields(refused));
    }

    @Test
    void a_draft_carries_files() {
        String first = text();
        String second = text();
        JsonNode draft = write(List.of(second, first), 0).expect(200);
        assertEquals(List.of(second, first), ids(draft.path("attachments")));
        assertEquals(draft, write(List.of(second, first), 1).expect(200), "nothing has changed");
        assertEquals(List.of(first), ids(write(List.of(first), 1).expect(200).path("attachments")));
        assertEquals(List.of(first), ids(ann.get("drafts").expect(200).at("/drafts/0/attachments")));
        write(List.of(Uploads.id(bob, "a.txt", "hello")), 2).refused(404, "not_found");
        Uploads.post(ann, room, "", first);
        assertEquals(0, ann.get(path("/draft")).expect(200).path("attachments").size());
        write(List.of(first), 2).refused(409, "conflict");
        ann.delete(path("/draft")).expect(204);
        assertEquals(200, Uploads.get(ann, second).statusCode());
    }

    private Answer write(List<String> files, int revision) {
        return ann.put(path("/draft"), Json.of("body", "", "attachments", files, "revision", revision));
    }

    @Test
    void a_room_lists_its_files_the_newest_first() {
        String first = text();
        String second = picture();
        String third = text();
        Uploads.post(ann, room, "", first);
        Uploads.post(ann, room, "", second, third);
        JsonNode newest = bob.get(path("/files?limit=2")).expect(200);
        assertEquals(List.of(third, second), ids(newest.path("files")));
        assertEquals(2, newest.at("/files/0/seq").asInt());
        assertEquals(ann.name(), newest.at("/files/0/by").asText());
        assertTrue(newest.at("/files/0/createdAt").isTextual());
        JsonNode rest =
                bob.get(path("/files?cursor=" + newest.path("next").asText())).expect(200);
        assertEquals(List.of(first), ids(rest.path("files")));
        assertTrue(rest.path("next").isNull());
        assertEquals(
                List.of(second),
                ids(bob.get(path("/files?kind=image")).expect(200).path("files")));
        assertEquals(
                List.of(third, first),
                ids(bob.get(path("/files?kind=file")).expect(200).path("files")));
        assertEquals(
                List.of(), ids(bob.get(path("/files?kind=video")).expect(200).path("files")));
        bob.get(path("/files?kind=x")).refused(400, "invalid_request");
        assertEquals(
                0,
                bob.get("direct/" + ann.name() + "/files")
                        .expect(200)
                        .path("files")
                        .size());
    }

    private String text() {
        return Uploads.id(ann, "a.txt", "hello");
    }

    private String picture() {
        return id(Uploads.put(ann, "p.png", Uploads.png(2, 2)));
    }

    private static String id(JsonNode file) {
        return file.path("id").asText();
    }

    private static List<String> ids(JsonNode files) {
        return list(files).stream().map(AttachingIT::id).toList();
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> list = new ArrayList<>();
        array.forEach(list::add);
        return list;
    }

    private String path(String rest) {
        return "rooms/" + room + rest;
    }
}
