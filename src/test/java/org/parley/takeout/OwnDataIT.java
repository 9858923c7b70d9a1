package org.parley.takeout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Many;
import org.parley.harness.Person;
import org.parley.harness.Uploads;

/** The download has everything that the person wrote and chose, and nothing of others. */
@Tag("once")
class OwnDataIT {
    private static final String THUMBS_UP = "/reactions/%F0%9F%91%8D";

    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private String room;

    @BeforeEach
    void ann_and_bob_talk() {
        room = ann.createRoom(cast.unique("tea"));
        bob.join(room);
    }

    @Test
    void it_has_what_the_person_wrote_and_chose_everywhere() {
        long first = ann.post(room, "my first words").path("seq").asLong();
        long second = ann.post(room, "words of mine").path("seq").asLong();
        ann.patch("rooms/" + room + "/messages/" + second, Json.of("body", "better words"))
                .expect(200);
        ann.write(bob, "just between us");
        ann.put("rooms/" + room + "/messages/" + first + THUMBS_UP, null).expect(204);
        ann.put("rooms/" + room + "/draft", Json.of("body", "half a thought", "revision", 0))
                .expect(200);
        ann.put("rooms/" + room + "/read", Json.of("seq", first)).expect(204);
        ann.put("blocks/" + cast.cem().name(), Json.of()).expect(204);
        ann.patch("users/me", Json.of("bio", "all about me")).expect(200);
        long bobs = bob.post(room, "odd").path("seq").asLong();
        ann.post("rooms/" + room + "/messages/" + bobs + "/reports", Json.of("reason", "it is odd"))
                .expect(201);

        Map<String, byte[]> all = download(ann);
        assertEquals("all about me", lines(all, "profile").get(0).path("bio").asText());
        assertEquals(List.of(true), values(all, "sessions", "current"));
        assertEquals(List.of("my first words", "better words", "just between us"), texts(all, "messages", "body"));
        JsonNode message = lines(all, "messages").get(1);
        assertEquals(room, message.path("room").asText());
        assertEquals(second, message.path("seq").asLong());
        assertTrue(message.path("editedAt").isTextual(), message.toString());
        assertEquals(bob.name(), lines(all, "messages").get(2).path("with").asText());
        assertEquals(List.of("half a thought"), texts(all, "drafts", "body"));
        assertEquals(List.of("👍"), texts(all, "reactions", "emoji"));
        assertEquals(List.of("it is odd"), texts(all, "reports", "reason"));
        assertTrue(texts(all, "blocks", "username").get(0).startsWith("cem"));
        JsonNode tea = lines(all, "rooms").stream()
                .filter(one -> room.equals(one.path("room").asText()))
                .findFirst()
                .orElseThrow();
        assertEquals("owner", tea.path("role").asText());
        assertTrue(all.containsKey("README.txt"));
    }

    @Test
    void it_has_nothing_of_others_and_nothing_that_was_deleted() {
        long secret = bob.post(room, "bobs-own-words").path("seq").asLong();
        bob.write(ann, "bobs-private-words");
        ann.post(
                        "rooms/" + room + "/messages",
                        Json.of("clientId", Person.newId(), "body", "an answer", "replyTo", secret))
                .expect(201);
        ann.put("rooms/" + room + "/draft", Json.of("body", "another answer", "replyTo", secret, "revision", 0))
                .expect(200);
        ann.post("rooms/" + room + "/messages/" + secret + "/reports", Json.of("reason", "odd"))
                .expect(201);
        long gone = ann.post(room, "deleted-words").path("seq").asLong();
        ann.delete("rooms/" + room + "/messages/" + gone).expect(204);
        long edited = ann.post(room, "earlier-words").path("seq").asLong();
        ann.patch("rooms/" + room + "/messages/" + edited, Json.of("body", "later words"))
                .expect(200);
        String file = Uploads.id(ann, "gone.txt", "deleted-content");
        long withFile = Uploads.post(ann, room, "", file).path("seq").asLong();
        ann.delete("rooms/" + room + "/messages/" + withFile).expect(204);

        Map<String, byte[]> all = download(ann);
        assertEquals(List.of("an answer", "later words"), texts(all, "messages", "body"));
        assertEquals(secret, lines(all, "messages").get(0).path("replyTo").asLong());
        for (String hidden :
                List.of("bobs-own-words", "bobs-private-words", "deleted-words", "earlier-words", "deleted-content")) {
            all.forEach((name, octets) -> assertFalse(text(octets).contains(hidden), hidden + " is in " + name));
        }
    }

    @Test
    void it_has_the_persons_files_and_their_bytes() {
        byte[] content = "what I uploaded".getBytes(StandardCharsets.UTF_8);
        String posted = Uploads.put(ann, "..\\a:b.txt", content).path("id").asText();
        long seq = Uploads.post(ann, room, "see this", posted).path("seq").asLong();
        String waiting = Uploads.id(ann, "later.txt", "not posted yet");
        String bobs = Uploads.id(bob, "his.txt", "what bob uploaded");
        Uploads.post(bob, room, "", bobs);

        Map<String, byte[]> all = download(ann);
        Map<String, JsonNode> files = new TreeMap<>();
        lines(all, "files").forEach(file -> files.put(file.path("id").asText(), file));
        assertEquals(2, files.size());
        assertEquals(seq, files.get(posted).path("seq").asLong());
        assertArrayEquals(
                content, all.get("files/" + files.get(posted).path("file").asText()));
        assertTrue(files.get(waiting).path("seq").isNull());
        assertEquals("not posted yet", text(all.get("files/" + waiting + "-later.txt")));
        assertTrue(all.keySet().stream().noneMatch(name -> name.contains("..") && name.contains("/.")));
        assertTrue(all.keySet().stream().noneMatch(name -> name.contains(bobs)));
    }

    @Test
    void what_was_written_in_a_room_that_the_person_has_left_is_there_without_its_name() {
        bob.post(room, "before I was removed");
        ann.patch("rooms/" + room, Json.of("visibility", "private")).expect(200);
        ann.delete("rooms/" + room + "/members/" + bob.name()).expect(204);
        Map<String, byte[]> all = download(bob);
        assertEquals(List.of("before I was removed"), texts(all, "messages", "body"));
        assertFalse(text(all.get("messages.ndjson")).contains(room));
        assertFalse(text(all.get("rooms.ndjson")).contains(room));
    }

    @Test
    void many_messages_come_in_order_and_once() {
        Many.count(ann, room, 1, 450);
        Many.say(bob, room, 150);
        Many.count(ann, room, 451, 460);
        List<String> bodies = texts(download(ann), "messages", "body");
        assertEquals(460, bodies.size());
        for (int i = 0; i < bodies.size(); i++) {
            assertEquals("number " + (i + 1) + ".", bodies.get(i));
        }
    }

    @Test
    void nobody_else_gets_it() {
        cast.stranger().get("users/me/export").refused(401, "unauthenticated");
        ann.post("auth/logout", Json.of()).expect(204);
        ann.get("users/me/export").refused(401, "unauthenticated");
    }

    private static List<JsonNode> lines(Map<String, byte[]> all, String name) {
        return Arrays.stream(text(all.get(name + ".ndjson")).split("\n"))
                .filter(line -> !line.isEmpty())
                .map(Json::read)
                .toList();
    }

    private static List<String> texts(Map<String, byte[]> all, String name, String field) {
        return lines(all, name).stream().map(line -> line.path(field).asText()).toList();
    }

    private static List<Boolean> values(Map<String, byte[]> all, String name, String field) {
        return lines(all, name).stream()
                .map(line -> line.path(field).asBoolean())
                .toList();
    }

    private static String text(byte[] octets) {
        return new String(octets, StandardCharsets.UTF_8);
    }

    /** The files of the download, by name. */
    private static Map<String, byte[]> download(Person person) {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(Uploads.octets(person, "users/me/export")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException broken) {
            throw new AssertionError("The zip is broken", broken);
        }
        return files;
    }
}
