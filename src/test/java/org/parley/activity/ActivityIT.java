package org.parley.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Messages;
import org.parley.harness.Person;

/** Bob finds what others did that concerns him, as far as he may still read it. */
class ActivityIT {
    private static final String THUMB = "%F0%9F%91%8D";

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
    void mentions_replies_and_reactions_come_with_the_newest_first() {
        bob.post(room, "who comes?");
        ann.post(room, "dear @" + bob.name());
        reply(ann, 1, "I do");
        ann.put("rooms/" + room + "/messages/1/reactions/" + THUMB, null).expect(204);
        JsonNode items = bob.get("activity").expect(200).path("items");
        assertEquals(List.of("reaction 1", "reply 3", "mention 2"), listed(items));
        JsonNode reaction = items.get(0);
        assertEquals(room, reaction.path("room").asText());
        assertEquals(ann.name(), reaction.path("by").asText());
        assertEquals("👍", reaction.path("emoji").asText());
        assertEquals("who comes?", reaction.path("excerpt").asText());
        assertTrue(reaction.path("createdAt").asText().endsWith("Z"));
        assertFalse(reaction.has("with"));
        JsonNode mention = items.get(2);
        assertEquals("dear @" + bob.name(), mention.path("excerpt").asText());
        assertFalse(mention.has("emoji"));
        assertEquals(List.of("mention 2"), listed("?kind=mention"));
        assertEquals(List.of("reply 3"), listed("?kind=reply"));
        assertEquals(List.of("reaction 1"), listed("?kind=reaction"));
        assertEquals(List.of(), listed(ann.get("activity").expect(200).path("items")));
    }

    @Test
    void an_item_stays_after_reading_and_pages_follow_each_other() {
        List<String> expected = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            ann.post(room, i + ", @" + bob.name());
            expected.add(0, "mention " + i);
        }
        bob.put("rooms/" + room + "/read", Json.of("seq", 7)).expect(204);
        List<String> told = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = bob.get("activity?limit=3&cursor=" + cursor).expect(200);
            told.addAll(listed(page.path("items")));
            cursor = page.path("next").asText();
        } while (!cursor.equals("null"));
        assertEquals(expected, told);
    }

    @Test
    void a_reply_that_mentions_is_one_item() {
        bob.post(room, "who comes?");
        reply(ann, 1, "I, @" + bob.name());
        assertEquals(List.of("reply 2"), listed(""));
        assertEquals(List.of("mention 2"), listed("?kind=mention"));
    }

    @Test
    void a_message_to_everybody_mentions_those_who_were_there_and_may_still_read_it() {
        ann.post(room, "come, @all");
        ann.post(room, "@here and now");
        ann.post(room, "@all, and @" + bob.name());
        assertEquals(List.of("mention 3", "mention 1"), listed("?kind=mention"), "he has no socket");
        Person cem = cast.cem();
        cem.join(room);
        assertEquals(List.of(), listed(cem.get("activity").expect(200).path("items")), "he came later");
        assertEquals(List.of(), listed(ann.get("activity").expect(200).path("items")));
        ann.patch("rooms/" + room + "/messages/1", Json.of("body", "come")).expect(200);
        assertEquals(List.of("mention 3", "mention 1"), listed(""), "an edit does not take it back");
        bob.delete("rooms/" + room + "/members/me").expect(204);
        ann.patch("rooms/" + room, Json.of("visibility", "private")).expect(200);
        assertEquals(List.of(), listed(""));
        ann.post("rooms/" + room + "/members", Json.of("username", bob.name())).expect(201);
        ann.delete("rooms/" + room + "/messages/3").expect(204);
        assertEquals(List.of("mention 1"), listed(""));
    }

    @Test
    void what_people_do_themselves_is_not_listed() {
        bob.post(room, "I, @" + bob.name());
        reply(bob, 1, "again");
        bob.put("rooms/" + room + "/messages/1/reactions/" + THUMB, null).expect(204);
        assertEquals(List.of(), listed(""));
    }

    @Test
    void what_is_deleted_or_taken_back_goes_and_an_edit_shows_the_new_text() {
        bob.post(room, "who comes?");
        ann.post(room, "secret, @" + bob.name());
        reply(ann, 1, "secret too");
        ann.put("rooms/" + room + "/messages/1/reactions/" + THUMB, null).expect(204);
        ann.patch("rooms/" + room + "/messages/3", Json.of("body", "edited")).expect(200);
        assertEquals(
                "edited",
                bob.get("activity?kind=reply")
                        .expect(200)
                        .at("/items/0/excerpt")
                        .asText());
        ann.delete("rooms/" + room + "/messages/2").expect(204);
        ann.delete("rooms/" + room + "/messages/1/reactions/" + THUMB).expect(204);
        assertEquals(List.of("reply 3"), listed(""));
        ann.put("rooms/" + room + "/messages/1/reactions/" + THUMB, null).expect(204);
        bob.delete("rooms/" + room + "/messages/1").expect(204);
        assertEquals(List.of("reply 3"), listed(""), "the reply is still there");
        assertFalse(bob.get("activity").text().contains("secret"));
    }

    @Test
    void an_edit_brings_no_item() {
        ann.post(room, "hello");
        ann.patch("rooms/" + room + "/messages/1", Json.of("body", "hello @" + bob.name()))
                .expect(200);
        assertEquals(List.of(), listed(""));
    }

    @Test
    void with_the_access_the_items_go_and_they_come_back_with_it() {
        ann.post(room, "hello, @" + bob.name());
        bob.delete("rooms/" + room + "/members/me").expect(204);
        assertEquals(List.of("mention 1"), listed(""), "anybody may read this room");
        ann.patch("rooms/" + room, Json.of("visibility", "private")).expect(200);
        assertEquals(List.of(), listed(""));
        ann.post("rooms/" + room + "/members", Json.of("username", bob.name())).expect(201);
        assertEquals(List.of("mention 1"), listed(""));
        ann.post("rooms/" + room + "/bans", Json.of("username", bob.name())).expect(201);
        assertEquals(List.of(), listed(""));
        ann.patch("rooms/" + room, Json.of("visibility", "public")).expect(200);
        assertEquals(List.of(), listed(""), "he is still banned");
        ann.delete("rooms/" + room + "/bans/" + bob.name()).expect(204);
        assertEquals(List.of("mention 1"), listed(""));
        ann.delete("rooms/" + room).expect(204);
        assertEquals(List.of(), listed(""));
    }

    @Test
    void what_a_blocked_person_did_is_not_listed_while_the_block_lasts() {
        ann.post(room, "hello, @" + bob.name());
        bob.put("blocks/" + ann.name(), null).expect(204);
        assertEquals(List.of(), listed(""));
        bob.delete("blocks/" + ann.name()).expect(204);
        assertEquals(List.of("mention 1"), listed(""));
        ann.put("blocks/" + bob.name(), null).expect(204);
        assertEquals(List.of("mention 1"), listed(""), "Ann's block does not change what she wrote in the room");
    }

    @Test
    void in_a_conversation_it_has_the_other_person_and_nobody_else_sees_it() {
        long seq = bob.write(ann, "lunch?").path("seq").asLong();
        ann.post("direct/" + bob.name() + "/messages", Messages.of("yes").put("replyTo", seq))
                .expect(201);
        JsonNode item = bob.get("activity").expect(200).at("/items/0");
        assertEquals("reply", item.path("kind").asText());
        assertEquals(ann.name(), item.path("with").asText());
        assertFalse(item.has("room"));
        assertFalse(cast.root().get("activity?limit=200").text().contains(bob.name()));
    }

    @Test
    void wrong_parameters_are_refused() {
        for (String wrong : List.of("kind=likes", "limit=0", "limit=x", "cursor=YQ", "cursor=!")) {
            bob.get("activity?" + wrong).refused(400, "invalid_request");
        }
        cast.stranger().get("activity").refused(401, "unauthenticated");
        assertTrue(bob.get("activity").expect(200).path("next").isNull());
    }

    private void reply(Person person, long to, String body) {
        Messages.post(person, room, Messages.of(body).put("replyTo", to)).expect(201);
    }

    private List<String> listed(String query) {
        return listed(bob.get("activity" + query).expect(200).path("items"));
    }

    private static List<String> listed(JsonNode items) {
        List<String> all = new ArrayList<>();
        items.forEach(item ->
                all.add(item.path("kind").asText() + " " + item.path("seq").asLong()));
        return all;
    }
}
