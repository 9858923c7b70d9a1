package org.parley.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;

/** A client that has a page gets no second copy of it, and never keeps one that is out of date or not for its eyes. */
@Tag("once")
class ConditionalPagesIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private String room;
    private String kept;

    @BeforeEach
    void bob_has_the_newest_page_of_anns_room() {
        room = ann.createRoom(cast.unique("tea"));
        bob.join(room);
        ann.post(room, "hello");
        ann.post(room, "hello again");
        kept = tag(bob.get(newest()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/\"older\", %s", "%s , \"older\""})
    void it_is_told_that_it_has_it(String form) {
        Answer answer = ask(bob, newest(), form.formatted(kept));
        assertEquals(304, answer.status());
        assertEquals("", answer.text());
        assertEquals(Optional.of(kept), answer.header("ETag"));
        assertEquals(Optional.of("no-store"), answer.header("Cache-Control"));
        assertEquals(304, ask(bob, newest(), kept.substring(2)).status(), "a proxy may have unpacked it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"", "W/\"\"", "nonsense", "\"older\""})
    void other_tags_change_nothing(String other) {
        ask(bob, newest(), other).expect(200);
    }

    @Test
    void each_change_of_a_message_or_of_its_log_is_seen() {
        ann.post(room, "one more");
        renewed("a message");
        bob.post("rooms/" + room + "/messages", Json.of("clientId", Person.newId(), "body", "yes", "replyTo", 2))
                .expect(201);
        renewed("an answer");
        ann.patch(message(3), Json.of("body", "edited")).expect(200);
        renewed("an edit");
        ann.put(message(3) + "/reactions/%E2%9D%A4", null);
        renewed("a reaction");
        ann.delete(message(3) + "/reactions/%E2%9D%A4");
        renewed("its removal");
        ann.put("rooms/" + room + "/pins/3", null);
        renewed("a pin");
        ann.delete(message(3)).expect(204);
        renewed("a deletion");
        ann.patch("rooms/" + room, Json.of("topic", "green tea")).expect(200);
        renewed("a topic");
        String other = cast.unique("coffee");
        ann.patch("rooms/" + room, Json.of("name", other)).expect(200);
        assertEquals(404, ask(bob, newest(), kept).status());
        room = other;
        renewed("a name");
    }

    @Test
    void a_person_is_seen_as_they_are_now() {
        ann.patch("users/me", Json.of("displayName", "Ann the Great")).expect(200);
        renewed("a display name");
        ann.patch("users/me", Json.of("displayName", "")).expect(200);
        renewed("none");
    }

    @Test
    void a_page_further_back_follows_its_messages_too() {
        String before = newest() + "?before=3";
        kept = tag(bob.get(before));
        assertEquals(304, ask(bob, before, kept).status());
        ann.patch(message(2), Json.of("body", "edited")).expect(200);
        assertNotEquals(kept, tag(ask(bob, before, kept)));
    }

    @Test
    void who_may_not_read_any_more_is_refused() {
        ann.post("rooms/" + room + "/bans", Json.of("username", bob.name())).expect(201);
        ask(bob, newest(), kept).refused(403, "banned");
        ann.delete("rooms/" + room + "/bans/" + bob.name()).expect(204);
        bob.join(room);
        Person device = ann.elsewhere();
        String own = tag(device.get(newest()));
        assertEquals(304, ask(device, newest(), own).status());
        device.post("auth/logout", Json.of()).expect(204);
        ask(device, newest(), own).refused(401, "unauthenticated");
    }

    @Test
    void who_has_left_a_private_room_is_refused() {
        String hidden = ann.post("rooms", Json.of("name", cast.unique("den"), "visibility", "private"))
                .expect(201)
                .path("name")
                .asText();
        ann.post("rooms/" + hidden + "/members", Json.of("username", bob.name()));
        ann.post(hidden, "psst");
        String page = "rooms/" + hidden + "/messages";
        String own = tag(bob.get(page));
        assertEquals(304, ask(bob, page, own).status());
        bob.delete("rooms/" + hidden + "/members/me").expect(204);
        ask(bob, page, own).refused(404, "not_found");
    }

    @Test
    void the_two_people_of_a_conversation_have_pages_of_their_own() {
        ann.write(bob, "hello");
        String anns = tag(ann.get("direct/" + bob.name() + "/messages"));
        assertEquals(304, ask(ann, "direct/" + bob.name() + "/messages", anns).status());
        ask(bob, "direct/" + ann.name() + "/messages", anns).expect(200);
    }

    @Test
    void it_is_compressed_once_for_whoever_wants_it() throws Exception {
        for (int i = 0; i < 20; i++) {
            ann.post(room, "a message like many others");
        }
        String plain = bob.get(newest()).text();
        HttpRequest.Builder asked = HttpRequest.newBuilder(bob.base().resolve("api/" + newest()))
                .header("Authorization", "Bearer " + bob.token())
                .header("Accept-Encoding", "gzip, br");
        HttpResponse<byte[]> answer =
                HttpClient.newHttpClient().send(asked.build(), HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(List.of("gzip"), answer.headers().allValues("Content-Encoding"));
        assertTrue(answer.body().length < plain.length() / 4, answer.body().length + " of " + plain.length());
        try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertEquals(plain, new String(unzipped.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private void renewed(String change) {
        Answer answer = ask(bob, newest(), kept);
        assertEquals(200, answer.status(), change);
        String tag = tag(answer);
        assertNotEquals(kept, tag, change);
        assertEquals(304, ask(bob, newest(), tag).status(), change);
        kept = tag;
    }

    private static String tag(Answer page) {
        page.expect(200);
        String tag = page.header("ETag").orElse("");
        assertTrue(tag.matches("W/\"[\\w-]{43}\""), tag);
        return tag;
    }

    private static Answer ask(Person reader, String path, String tag) {
        return reader.raw("GET", path, "application/json", BodyPublishers.noBody(), "If-None-Match", tag);
    }

    private String newest() {
        return "rooms/" + room + "/messages";
    }

    private String message(long seq) {
        return "rooms/" + room + "/messages/" + seq;
    }
}
