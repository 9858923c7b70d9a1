package org.parley.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;
import org.parley.harness.Uploads;
import org.parley.harness.Waiting;

/** Bob looks for messages, and finds what he may read. */
class SearchIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    /** A word that only this test writes. */
    private final String word = cast.unique("needle").replace("-", "");

    private String room;

    @BeforeEach
    void ann_has_a_room_where_bob_is() {
        room = ann.createRoom(cast.unique("tea"));
        bob.join(room);
    }

    @Test
    void a_message_is_found_by_its_words_and_shown_with_marks() {
        ann.post(room, "Where is **the " + word + "** in the hay?");
        finds("1", "q=" + word);
        JsonNode hit = search("q=" + word).at("/hits/0");
        assertEquals(room, hit.at("/message/room").asText());
        assertEquals(ann.name(), hit.at("/message/sender/username").asText());
        assertEquals(
                "Where is the " + word + " in the hay?", hit.path("highlight").asText());
        assertEquals("[[13," + (13 + word.length()) + "]]", hit.path("ranges").toString());
        JsonNode page = search("q=" + word);
        assertTrue(page.path("next").isNull());
        assertTrue(page.at("/index/state").isTextual());
        assertEquals("", numbers("q=" + word + "&after=2100-01-01T00:00:00Z"));
    }

    @Test
    void an_edit_is_found_by_its_new_text_alone_and_a_deleted_message_not_at_all() {
        ann.post(room, word + " old");
        finds("1", "q=" + word + " old");
        ann.patch("rooms/" + room + "/messages/1", Json.of("body", word + " new"))
                .expect(200);
        finds("1", "q=" + word + " new");
        assertEquals("", numbers("q=\"" + word + " old\""));
        ann.delete("rooms/" + room + "/messages/1").expect(204);
        finds("", "q=" + word + " new");
    }

    @Test
    void a_file_is_found_by_its_name_until_its_message_is_deleted() {
        String file = Uploads.id(ann, "plan-of-" + word + ".txt", "a");
        String picture =
                Uploads.put(ann, word + ".png", Uploads.png(2, 2)).path("id").asText();
        Uploads.post(ann, room, "", file);
        Uploads.post(ann, room, "a text", picture);
        finds("2 1", "q=" + word);
        assertEquals("1", numbers("q=plan " + word));
        assertEquals("2 1", numbers("q=" + word + "&has=file"));
        assertEquals("2", numbers("q=" + word + "&has=image"));
        JsonNode hits = search("q=" + word).path("hits");
        assertEquals(word + ".png", hits.at("/0/highlight").asText(), "the name has the word, and not the text");
        assertEquals(1, hits.at("/0/ranges").size());
        hits = search("has=file&room=" + room).path("hits");
        assertEquals("a text", hits.at("/0/highlight").asText());
        assertEquals("plan-of-" + word + ".txt", hits.at("/1/highlight").asText(), "there is no text to show");
        ann.patch("rooms/" + room + "/messages/2", Json.of("body", "another text"))
                .expect(200);
        finds("2", "q=another text&room=" + room);
        assertEquals("2 1", numbers("q=" + word), "an edit keeps the file");
        ann.delete("rooms/" + room + "/messages/1").expect(204);
        finds("2", "q=" + word);
        assertEquals("2", numbers("has=file&room=" + room));
    }

    @Test
    void what_blocked_people_wrote_is_found_as_it_is_read() {
        ann.post(room, word);
        finds("1", "q=" + word);
        bob.put("blocks/" + ann.name(), Json.of()).expect(204);
        assertEquals("1", numbers("q=" + word), "a block stops private messages and hides nothing");
        assertEquals(
                word,
                bob.get("rooms/" + room + "/messages")
                        .expect(200)
                        .at("/messages/0/body")
                        .asText());
        assertEquals(word, search("q=" + word).at("/hits/0/message/body").asText());
    }

    @Test
    void filters_can_be_used_with_words_and_without() {
        ann.post(room, "one " + word);
        bob.post(room, "two " + word + " https://example.org");
        ann.post(room, "three");
        finds("3 2 1", "room=" + room);
        assertEquals("2 1", numbers("q=" + word + "&room=" + room));
        assertEquals("3 1", numbers("room=" + room + "&from=" + ann.name()));
        assertEquals("2", numbers("q=" + word + "&from=" + bob.name()));
        assertEquals("2", numbers("has=link&room=" + room));
        assertEquals("", numbers("has=image&room=" + room));
        assertEquals("3 2 1", numbers("kind=text&room=" + room));
        assertEquals("", numbers("q=" + word + "&from=nobody-at-all"));
        String second = bob.get("rooms/" + room + "/messages/2")
                .expect(200)
                .path("createdAt")
                .asText();
        assertTrue(numbers("room=" + room + "&after=" + second).startsWith("3 2"));
        assertFalse(numbers("room=" + room + "&before=" + second).contains("2"));
        assertEquals("", numbers("q=%21%21%21&room=" + room), "no word in it");
        ann.patch("rooms/" + room, Json.of("topic", word)).expect(200);
        finds("4", "kind=system&room=" + room);
        assertEquals("3 2 1", numbers("room=" + room));
    }

    @Test
    void pages_follow_each_other_newest_first_or_best_first() {
        for (int i = 1; i <= 5; i++) {
            ann.post(room, word + " and".repeat(i));
        }
        finds("5 4 3 2 1", "q=" + word);
        assertEquals("1 2 3 4 5", numbers("q=" + word + "&sort=best"));
        for (String sort : List.of("newest", "best")) {
            List<String> paged = new ArrayList<>();
            String cursor = "";
            do {
                JsonNode page = search("q=" + word + "&sort=" + sort + "&limit=2&cursor=" + cursor);
                paged.add(numbers(page));
                cursor = page.path("next").asText();
            } while (!cursor.equals("null"));
            assertEquals(sort.equals("best") ? List.of("1 2", "3 4", "5") : List.of("5 4", "3 2", "1"), paged);
        }
    }

    @Test
    void a_conversation_is_found_by_its_two_people_alone() {
        long seq = ann.write(bob, word).path("seq").asLong();
        finds(Long.toString(seq), "q=" + word);
        JsonNode hit = search("q=" + word + "&with=" + ann.name()).at("/hits/0/message");
        assertEquals(ann.name(), hit.path("with").asText());
        Person dora = cast.dora();
        assertEquals("", numbers(dora, "q=" + word));
        assertEquals("", numbers(dora, "q=" + word + "&with=" + ann.name()));
        assertEquals("", numbers(cast.root(), "q=" + word), "not even by an administrator");
        dora.get("search?with=nobody-at-all").refused(404, "not_found");
    }

    @Test
    void a_private_room_and_one_with_a_password_are_found_by_members_alone() {
        Person dora = cast.dora();
        ann.post(room, word);
        finds("1", "q=" + word);
        Waiting.until("anybody finds what is in a public room", SOON, () -> numbers(dora, "q=" + word)
                .equals("1"));
        ann.patch("rooms/" + room, Json.of("password", "very-secret")).expect(200);
        assertEquals("", numbers(dora, "q=" + word));
        dora.get("search?room=" + room).refused(403, "not_member");
        ann.patch("rooms/" + room, Json.of("visibility", "private")).expect(200);
        assertEquals("", numbers(dora, "q=" + word));
        dora.get("search?room=" + room).refused(404, "not_found");
        assertEquals("1", numbers("q=" + word));
        Person root = cast.root();
        Waiting.until("an administrator finds it", SOON, () -> numbers(root, "q=" + word)
                .equals("1"));
    }

    @Test
    void who_is_removed_or_banned_finds_nothing_from_that_moment_on() {
        ann.patch("rooms/" + room, Json.of("visibility", "private")).expect(200);
        ann.post(room, word);
        finds("2", "q=" + word);
        ann.delete("rooms/" + room + "/members/" + bob.name()).expect(204);
        assertEquals("", numbers("q=" + word));
        bob.get("search?room=" + room).refused(404, "not_found");
        ann.patch("rooms/" + room, Json.of("visibility", "public")).expect(200);
        finds("2", "q=" + word);
        ann.post("rooms/" + room + "/bans", Json.of("username", bob.name())).expect(201);
        assertEquals("", numbers("q=" + word));
        bob.get("search?room=" + room).refused(403, "banned");
        ann.delete("rooms/" + room + "/bans/" + bob.name()).expect(204);
        assertEquals("2", numbers("q=" + word));
        ann.delete("rooms/" + room).expect(204);
        assertEquals("", numbers("q=" + word));
    }

    @Test
    void a_renamed_and_an_archived_room_are_found_all_the_same() {
        ann.post(room, word);
        finds("1", "q=" + word);
        String name = cast.unique("coffee");
        ann.patch("rooms/" + room, Json.of("name", name)).expect(200);
        ann.patch("rooms/" + name, Json.of("archived", true)).expect(200);
        assertEquals(name, search("q=" + word).at("/hits/0/message/room").asText());
    }

    @Test
    void wrong_parameters_are_refused() {
        for (String wrong : List.of(
                "",
                "q=",
                "q=%20",
                "limit=0&q=a",
                "cursor=YQ&q=a",
                "cursor=!&q=a",
                "kind=likes",
                "has=cake",
                "sort=up&q=a",
                "before=yesterday",
                "after=1",
                "room=" + room + "&with=" + ann.name(),
                "q=" + "a".repeat(257),
                "q=" + "a+".repeat(21))) {
            bob.get("search?" + wrong).refused(400, "invalid_request");
        }
        cast.stranger().get("search?q=a").refused(401, "unauthenticated");
        bob.get("search?room=nothing-here").refused(404, "not_found");
    }

    private void finds(String numbers, String query) {
        Waiting.until(numbers + " is found", SOON, () -> numbers(query).equals(numbers));
    }

    private String numbers(String query) {
        return numbers(bob, query);
    }

    private static String numbers(Person reader, String query) {
        return numbers(search(reader, query));
    }

    private static String numbers(JsonNode page) {
        List<String> numbers = new ArrayList<>();
        page.path("hits").forEach(hit -> numbers.add(hit.at("/message/seq").asText()));
        return String.join(" ", numbers);
    }

    private JsonNode search(String query) {
        return search(bob, query);
    }

    private static JsonNode search(Person reader, String query) {
        return reader.get("search?" + query.replace(" ", "%20").replace("\"", "%22"))
                .expect(200);
    }
}
