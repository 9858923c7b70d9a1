package org.parley.reactions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Messages;
import org.parley.harness.Person;

/** A reaction takes a number, counts each person once for an emoji, and goes with the message. */
class ReactingIT {
    private static final String THUMB = "👍";
    private static final String HEART = "❤️";

    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final Person cem = cast.cem();
    private String room;

    @BeforeEach
    void ann_has_a_room_with_a_topic_where_cem_has_spoken() {
        room = ann.createRoom(cast.unique("tea"));
        bob.join(room);
        cem.join(room);
        ann.patch(path(""), Json.of("topic", "tea only")).expect(200);
        cem.post(room, "hello");
    }

    @Test
    void people_react_and_take_it_back() {
        add(ann, 2, THUMB).expect(204);
        add(bob, 2, "❤").expect(204);
        add(cem, 2, THUMB).expect(204);
        assertEquals("👍2[ann cem] ❤️1[bob]", shown(2));
        remove(ann, 2, THUMB).expect(204);
        assertEquals("👍1[cem] ❤️1[bob]", shown(2), "the emoji keeps its place");
        add(ann, 2, THUMB).expect(204);
        assertEquals("👍2[cem ann] ❤️1[bob]", shown(2));
        remove(bob, 2, HEART).expect(204);
        assertEquals("👍2[cem ann]", shown(2));
        assertEquals(shown(2), shown(cem.get(path("/messages")).expect(200).at("/messages/1")));
    }

    @Test
    void a_repeat_changes_nothing() {
        remove(ann, 2, THUMB).expect(204);
        assertEquals(2, Messages.head(ann, room));
        add(ann, 2, THUMB).expect(204);
        add(ann, 2, THUMB).expect(204);
        assertEquals(3, Messages.head(ann, room));
        remove(ann, 2, THUMB).expect(204);
        remove(ann, 2, THUMB).expect(204);
        assertEquals(4, Messages.head(ann, room));
    }

    @Test
    void listeners_and_returning_clients_get_the_same_frames() {
        try (LiveSocket anns = ann.socket();
                LiveSocket bobs = bob.socket()) {
            anns.join(room);
            bobs.join(room);
            add(ann, 2, THUMB).expect(204);
            for (LiveSocket socket : List.of(anns, bobs)) {
                JsonNode frame = socket.await("reaction_added");
                assertEquals(
                        Json.of("type", "reaction_added", "room", room, "seq", 3L, "target", 2L)
                                .put("emoji", THUMB)
                                .put("username", ann.name())
                                .put("count", 1L)
                                .toString(),
                        frame.toString());
            }
            remove(ann, 2, THUMB).expect(204);
            assertEquals(0, bobs.await("reaction_removed").path("count").asLong());
        }
        try (LiveSocket returning = bob.socket()) {
            returning.send(Json.of("type", "join_room", "room", room, "since", 2));
            assertEquals(3, returning.await("reaction_added").path("seq").asLong());
            assertEquals(4, returning.await("reaction_removed").path("seq").asLong());
            assertEquals(4, returning.await("caught_up").path("seq").asLong());
        }
        JsonNode log = ann.get(path("/log?after=2")).expect(200).path("events");
        assertEquals("reaction_added", log.at("/0/type").asText());
        assertEquals("reaction_removed", log.at("/1/type").asText());
    }

    @Test
    void many_at_once_all_count() {
        List<CompletableFuture<Answer>> all = new ArrayList<>();
        List<String> emoji = List.of(THUMB, HEART, "😂", "🎉", "👀");
        for (Person person : List.of(ann, bob, cem)) {
            emoji.forEach(each -> all.add(CompletableFuture.supplyAsync(() -> add(person, 2, each))));
        }
        all.forEach(each -> each.join().expect(204));
        JsonNode reactions = message(2).path("reactions");
        assertEquals(emoji.size(), reactions.size());
        reactions.forEach(kind -> assertEquals(3, kind.path("count").asLong(), kind.toString()));
        assertEquals(2 + all.size(), Messages.head(ann, room));
    }

    @Test
    void a_message_takes_twenty_kinds() {
        List<String> kinds = IntStream.range(0, 20)
                .mapToObj(i -> Character.toString(0x1F600 + i))
                .toList();
        kinds.subList(0, 10).forEach(each -> add(ann, 2, each).expect(204));
        kinds.subList(10, 20).forEach(each -> add(bob, 2, each).expect(204));
        add(cem, 2, THUMB).refused(400, "invalid_request");
        add(cem, 2, kinds.get(0)).expect(204);
        remove(bob, 2, kinds.get(19)).expect(204);
        add(cem, 2, THUMB).expect(204);
        assertEquals(20, message(2).path("reactions").size());
    }

    @Test
    void only_an_emoji_and_only_a_message_of_a_person() {
        for (String none : List.of("x", "👍👍", "%3Cb%3E")) {
            add(ann, 2, none).refused(400, "invalid_request");
            remove(ann, 2, none).refused(400, "invalid_request");
        }
        add(ann, 1, THUMB).refused(403, "forbidden");
        add(ann, 77, THUMB).refused(404, "not_found");
        add(ann, 2, THUMB).expect(204);
        add(ann, 3, THUMB).refused(404, "not_found");
        assertEquals(3, Messages.head(ann, room));
    }

    @Test
    void a_deletion_takes_the_reactions_along_and_wins() {
        add(ann, 2, THUMB).expect(204);
        List<CompletableFuture<Answer>> racing = List.of(THUMB, HEART, "🎉", "😂").stream()
                .map(emoji -> CompletableFuture.supplyAsync(() -> add(bob, 2, emoji)))
                .toList();
        cem.delete(path("/messages/2")).expect(204);
        for (CompletableFuture<Answer> one : racing) {
            int status = one.join().status();
            assertTrue(status == 204 || status == 404, one.join().toString());
        }
        add(ann, 2, HEART).refused(404, "not_found");
        remove(ann, 2, THUMB).expect(204);
        assertEquals(0, message(2).path("reactions").size());
        for (JsonNode event : ann.get(path("/log?after=2")).expect(200).path("events")) {
            assertEquals(0, event.path("count").asLong(), event.toString());
        }
    }

    @Test
    void a_muted_person_takes_back_and_adds_nothing_and_an_archived_room_stays_as_it_is() {
        add(cem, 2, THUMB).expect(204);
        add(bob, 2, THUMB).expect(204);
        ann.post(path("/mutes"), Json.of("username", cem.name())).expect(201);
        add(cem, 2, HEART).refused(403, "muted");
        remove(cem, 2, THUMB).expect(204);
        ann.patch(path(""), Json.of("archived", true)).expect(200);
        add(ann, 2, HEART).refused(403, "forbidden");
        remove(bob, 2, THUMB).refused(403, "forbidden");
        assertEquals("👍1[bob]", shown(2));
    }

    @Test
    void slow_mode_and_edits_leave_reactions_alone_and_nobody_is_notified() {
        ann.patch(path(""), Json.of("slowModeSeconds", 60)).expect(200);
        try (LiveSocket cems = cem.privateSocket()) {
            add(bob, 2, THUMB).expect(204);
            add(bob, 2, HEART).expect(204);
            cems.assertNone("notification");
        }
        cem.patch(path("/messages/2"), Json.of("body", "hello again")).expect(200);
        assertEquals("👍1[bob] ❤️1[bob]", shown(2));
        assertEquals(0, cem.get(path("")).expect(200).at("/membership/unread").asLong());
    }

    @Test
    void in_a_private_conversation_both_react_unless_one_is_blocked() {
        long seq = ann.write(bob, "between us").path("seq").asLong();
        String anns = "direct/" + bob.name() + "/messages/" + seq + "/reactions/" + encoded(THUMB);
        String bobs = "direct/" + ann.name() + "/messages/" + seq + "/reactions/" + encoded(THUMB);
        try (LiveSocket told = ann.privateSocket()) {
            bob.put(bobs, null).expect(204);
            JsonNode frame = told.await("reaction_added");
            assertEquals(bob.name(), frame.path("with").asText());
            assertEquals(1, frame.path("count").asLong());
        }
        ann.put("blocks/" + bob.name(), null).expect(204);
        bob.delete(bobs).expect(204);
        bob.put(bobs, null).refused(403, "forbidden");
        ann.delete("blocks/" + bob.name()).expect(204);
        ann.put(anns, null).expect(204);
        cem.put(anns, null).refused(404, "not_found");
    }

    private Answer add(Person person, long seq, String emoji) {
        return person.put(path("/messages/" + seq + "/reactions/" + encoded(emoji)), null);
    }

    private Answer remove(Person person, long seq, String emoji) {
        return person.delete(path("/messages/" + seq + "/reactions/" + encoded(emoji)));
    }

    private static String encoded(String emoji) {
        return URLEncoder.encode(emoji, StandardCharsets.UTF_8);
    }

    private JsonNode message(long seq) {
        return ann.get(path("/messages/" + seq)).expect(200);
    }

    private String shown(long seq) {
        return shown(message(seq));
    }

    /** The reactions of a message, such as {@code 👍2[ann bob]}, with the names as this test calls the people. */
    private String shown(JsonNode message) {
        List<String> kinds = new ArrayList<>();
        for (JsonNode kind : message.path("reactions")) {
            List<String> names = new ArrayList<>();
            kind.path("usernames")
                    .forEach(name -> names.add(
                            name.asText().equals(ann.name())
                                    ? "ann"
                                    : name.asText().equals(bob.name()) ? "bob" : "cem"));
            kinds.add(kind.path("emoji").asText() + kind.path("count").asText() + names);
        }
        return String.join(" ", kinds).replace(",", "");
    }

    private String path(String rest) {
        return "rooms/" + room + rest;
    }
}
