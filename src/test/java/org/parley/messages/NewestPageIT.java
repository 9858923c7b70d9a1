package org.parley.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.departures.Departed;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;

/** The newest page is kept between requests. After each change it equals a page that is read from the tables. */
@Tag("once")
class NewestPageIT {
    private static final int STEPS = 80;
    private static final List<String> EMOJI = List.of("%F0%9F%91%8D", "%E2%9D%A4");

    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final Random random = new Random(19);
    private final List<Long> numbers = new ArrayList<>();
    private String room;

    @BeforeEach
    void ann_has_a_room_with_bob() {
        room = ann.createRoom(cast.unique("tea"));
        bob.join(room);
        post(bob, "hello", null);
    }

    @Test
    void it_follows_every_kind_of_change_one_at_a_time_and_many_at_once() {
        for (int step = 0; step < STEPS; step++) {
            change();
            if (random.nextBoolean()) {
                compare("after step " + step);
            }
        }
    }

    @Test
    void it_follows_more_changes_than_it_holds_messages() {
        compare("before");
        for (int i = 0; i < 110; i++) {
            post(ann, "message " + i, null);
        }
        compare("after many messages");
        for (int i = 0; i < 60; i++) {
            ann.put(message(numbers.get(numbers.size() - 1)) + "/reactions/" + EMOJI.get(0), null);
            ann.delete(message(numbers.get(numbers.size() - 1)) + "/reactions/" + EMOJI.get(0));
        }
        compare("after many changes of one message");
    }

    @Test
    void a_reply_is_counted_until_it_is_deleted_and_shows_what_the_other_says_now() {
        long asked = numbers.get(0);
        post(ann, "yes", asked);
        compare("answered");
        bob.patch(message(asked), Json.of("body", "good evening")).expect(200);
        compare("the quote follows");
        ann.delete(message(numbers.get(1))).expect(204);
        compare("not counted any more");
        bob.delete(message(asked)).expect(204);
        compare("nothing is quoted");
    }

    @Test
    void people_change_without_a_number_in_the_log() {
        Person cem = cast.cem();
        cem.join(room);
        post(cem, "hello @" + bob.name(), null);
        post(ann, "hello @" + cem.name(), numbers.get(1));
        compare("before");
        cem.patch("users/me", Json.of("displayName", "Cem the Great")).expect(200);
        compare("renamed");
        assertEquals(
                "Cem the Great", newest().at("/messages/1/sender/displayName").asText());
        cem.post("users/me/deletion", Json.of("password", Person.PASSWORD)).expect(204);
        Departed.await(ann, room, cem);
        compare("gone");
        assertEquals(true, newest().at("/messages/1/sender/username").isNull());
    }

    @Test
    void a_renamed_room_is_called_by_its_new_name() {
        compare("before");
        String other = cast.unique("coffee");
        ann.patch("rooms/" + room, Json.of("name", other)).expect(200);
        ann.get("rooms/" + room + "/messages").refused(404, "not_found");
        room = other;
        compare("renamed");
        assertEquals(other, newest().at("/messages/0/room").asText());
    }

    @Test
    void both_people_of_a_conversation_see_their_own_name_for_it() {
        ann.write(bob, "hello");
        for (int i = 0; i < 2; i++) {
            assertEquals(bob.name(), with(ann, bob));
            assertEquals(ann.name(), with(bob, ann));
        }
    }

    private static String with(Person reader, Person other) {
        return reader.get("direct/" + other.name() + "/messages")
                .expect(200)
                .at("/messages/0/with")
                .asText();
    }

    private void change() {
        long any = numbers.get(random.nextInt(numbers.size()));
        String emoji = EMOJI.get(random.nextInt(EMOJI.size()));
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> post(random.nextBoolean() ? ann : bob, "hello @" + bob.name(), null);
            case 3, 4 -> post(ann, "yes", any);
            case 5 -> bob.patch(message(any), Json.of("body", "edited " + random.nextInt()));
            case 6 -> ann.put(message(any) + "/reactions/" + emoji, null);
            case 7 -> ann.delete(message(any) + "/reactions/" + emoji);
            case 8 -> pin(any);
            default -> ann.delete(message(any));
        }
    }

    private void pin(long seq) {
        if (random.nextBoolean()) {
            ann.put("rooms/" + room + "/pins/" + seq, null);
        } else {
            ann.delete("rooms/" + room + "/pins/" + seq);
        }
    }

    private void post(Person person, String body, Long replyTo) {
        numbers.add(person.post(
                        "rooms/" + room + "/messages",
                        Json.of("clientId", Person.newId(), "body", body, "replyTo", replyTo))
                .expect(201)
                .path("seq")
                .asLong());
    }

    private String message(long seq) {
        return "rooms/" + room + "/messages/" + seq;
    }

    private JsonNode newest() {
        return ann.get("rooms/" + room + "/messages").expect(200);
    }

    private void compare(String when) {
        JsonNode kept = newest();
        long head = kept.path("head").asLong();
        JsonNode read =
                ann.get("rooms/" + room + "/messages?before=" + (head + 1)).expect(200);
        assertEquals(
                read.path("messages").toPrettyString(), kept.path("messages").toPrettyString(), when);
        assertEquals(read.path("hasBefore"), kept.path("hasBefore"), when);
        assertEquals(
                kept.at("/messages").get(kept.at("/messages").size() - 1),
                ann.get("rooms/" + room + "/messages?limit=1").expect(200).at("/messages/0"));
    }
}
