package org.parley.departures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;
import org.parley.harness.Rest;

/** A deleted account is gone at once, its name stays taken, and its messages stay without a name. */
class DeletingAccountsIT {
    private static final int SESSION_ENDED = 4401;

    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private String room;

    @BeforeEach
    void ann_and_bob_talk() {
        room = bob.createRoom(cast.unique("tea"));
        ann.join(room);
        ann.patch("users/me", Json.of("displayName", "Ann Other", "bio", "all about me"))
                .expect(200);
    }

    @Test
    void the_account_is_gone_at_once_and_its_name_stays_taken() {
        try (LiveSocket rooms = ann.socket();
                LiveSocket own = ann.elsewhere().privateSocket()) {
            rooms.join(room);
            delete(ann).expect(204);
            assertEquals(SESSION_ENDED, rooms.closeCode());
            assertEquals(SESSION_ENDED, own.closeCode());
        }
        ann.get("auth/me").refused(401, "unauthenticated");
        assertEquals(401, LiveSocket.handshake(ann, "live/rooms"));
        cast.stranger()
                .post("auth/refresh", Json.of("refreshToken", ann.refreshToken(), "cookie", false))
                .refused(401, "unauthenticated");
        signIn().refused(401, "invalid_credentials");
        for (String name : List.of(ann.name(), ann.name().toUpperCase(Locale.ROOT))) {
            cast.stranger()
                    .post("auth/register", Json.of("username", name, "password", Person.PASSWORD))
                    .refused(409, "username_taken");
        }
    }

    private Answer signIn() {
        return cast.stranger().post("auth/login", Json.of("username", ann.name(), "password", Person.PASSWORD));
    }

    @Test
    void only_the_right_password_deletes_it() {
        JsonNode refused = ann.post(PATH, Json.of("password", "not-the-one")).refused(400, "invalid_request");
        assertEquals("password", refused.path("errors").path(0).path("field").asText());
        refused = ann.post(PATH, Json.of()).refused(400, "invalid_request");
        assertEquals("password", refused.path("errors").path(0).path("field").asText());
        cast.stranger().post(PATH, Json.of("password", Person.PASSWORD)).refused(401, "unauthenticated");
        ann.get("auth/me").expect(200);
        delete(ann).expect(204);
    }

    @Test
    void of_two_requests_at_once_one_deletes_it() {
        CompletableFuture<Answer> other = CompletableFuture.supplyAsync(() -> delete(ann));
        int one = delete(ann).status();
        int two = other.join().status();
        assertTrue(one == 204 ^ two == 204, one + " and " + two);
        assertTrue(List.of(400, 401).contains(one == 204 ? two : one), one + " and " + two);
    }

    @Test
    void its_messages_keep_their_numbers_and_nothing_shows_its_name() {
        long said = ann.post(room, "who said this?").path("seq").asLong();
        String message = "rooms/" + room + "/messages/" + said;
        ann.put(message + "/reactions/%F0%9F%91%8D", null).expect(204);
        bob.put(message + "/reactions/%F0%9F%91%8D", null).expect(204);
        long target = bob.post(room, "and what is your answer?").path("seq").asLong();
        ann.post("rooms/" + room + "/messages", reply("this", target)).expect(201);
        bob.post("rooms/" + room + "/messages", reply("thanks", said)).expect(201);
        ann.put("rooms/" + room + "/messages/" + target + "/reactions/%E2%9C%85", null)
                .expect(204);
        bob.put("rooms/" + room + "/pins/" + said, null).expect(204);
        bob.post(message + "/reports", Json.of("reason", "odd")).expect(201);
        ann.post("rooms/" + room + "/messages/" + target + "/reports", Json.of("reason", "odd"))
                .expect(201);
        delete(ann).expect(204);
        JsonNode sender = bob.get(message).expect(200).path("sender");
        assertTrue(sender.path("username").isNull(), sender.toString());
        assertEquals("", sender.path("displayName").asText());
        JsonNode reaction = bob.get(message).expect(200).path("reactions").path(0);
        assertEquals(2, reaction.path("count").asInt());
        assertEquals(bob.name(), reaction.path("usernames").path(0).asText());
        assertEquals(1, reaction.path("usernames").size());
        departed();
        for (String path : List.of("messages", "log", "members", "pins", "audit", "reports", "bans", "files")) {
            assertUnknown("rooms/" + room + "/" + path);
        }
        assertUnknown("activity");
        assertUnknown("search?q=this&room=" + room);
        assertUnknown("users?query=" + ann.name().substring(4));
        assertEquals(0, hits("search?from=" + ann.name()));
        bob.get("users/" + ann.name()).refused(404, "not_found");
        cast.root().get("admin/users/" + ann.name() + "/sessions").refused(404, "not_found");
    }

    private static JsonNode reply(String body, long seq) {
        return Json.of("clientId", Person.newId(), "body", body, "replyTo", seq);
    }

    /** Waits until ann is in no room any more. */
    private void departed() {
        Departed.await(bob, room, ann);
    }

    private void assertUnknown(String path) {
        Answer answer = bob.get(path);
        answer.expect(200);
        assertFalse(answer.text().contains(ann.name()), answer.text());
        assertFalse(answer.text().contains("Ann Other"), answer.text());
    }

    private int hits(String path) {
        return bob.get(path).expect(200).path("hits").size();
    }

    @Test
    void nobody_mentions_adds_bans_or_writes_to_it_any_more() {
        delete(ann).expect(204);
        assertEquals(0, bob.post(room, "@" + ann.name() + "?").path("mentions").size());
        bob.post("rooms/" + room + "/bans", Json.of("username", ann.name())).refused(404, "not_found");
        bob.post("rooms/" + room + "/members", Json.of("username", ann.name())).refused(404, "not_found");
        bob.post("direct/" + ann.name() + "/messages", Json.of("clientId", Person.newId(), "body", "hello?"))
                .refused(404, "not_found");
        bob.put("blocks/" + ann.name(), Json.of()).refused(404, "not_found");
        cast.root()
                .patch("admin/users/" + ann.name(), Json.of("disabled", false))
                .refused(404, "not_found");
    }

    @Test
    void a_conversation_is_reached_by_its_id_and_nobody_writes_in_it() {
        ann.write(bob, "my last words");
        bob.write(ann, "and mine");
        bob.put("blocks/" + ann.name(), Json.of()).expect(204);
        try (LiveSocket bobs = bob.privateSocket()) {
            delete(ann).expect(204);
            JsonNode told = bobs.await(
                    "a notification of the conversation",
                    frame -> frame.path("update").path("kind").asText().equals("direct"));
            assertTrue(told.path("update").path("peer").path("username").isNull(), told.toString());
            assertTrue(told.path("update").path("archived").asBoolean(), told.toString());
            String id = told.path("update").path("id").asText();
            String path = "direct/" + id;
            JsonNode seen = bob.get(path).expect(200);
            assertTrue(seen.path("peer").path("username").isNull(), seen.toString());
            assertEquals(
                    2, bob.get(path + "/messages").expect(200).path("messages").size());
            assertEquals(
                    1, bob.get(path + "/members").expect(200).path("members").size());
            bob.get("direct/" + ann.name()).refused(404, "not_found");
            bob.post(path + "/messages", Json.of("clientId", Person.newId(), "body", "hello?"))
                    .refused(403, "forbidden");
            bob.put(path + "/messages/1/reactions/%F0%9F%91%8D", null).refused(403, "forbidden");
            bob.delete(path + "/messages/2").expect(204);
            assertEquals(id, bobs.await("message_deleted").path("with").asText());
            assertEquals("done", bobs.ask("catch_up").path("type").asText());
            assertEquals(0, bob.get("blocks").expect(200).path("users").size());
            assertUnknown("direct");
            assertUnknown(path + "/log");
        }
    }

    @Test
    void the_last_owners_role_passes_to_the_oldest_moderator_and_is_told_live() {
        String own = ann.createRoom(cast.unique("anns"));
        Person cem = cast.cem();
        Person dora = cast.dora();
        bob.join(own);
        cem.join(own);
        dora.join(own);
        for (Person person : List.of(dora, cem)) {
            ann.patch("rooms/" + own + "/members/" + person.name(), Json.of("role", "moderator"))
                    .expect(200);
        }
        try (LiveSocket bobs = bob.socket()) {
            bobs.join(own);
            delete(ann).expect(204);
            JsonNode message = bobs.await("new_message").path("message");
            assertEquals("role", message.path("system").path("action").asText());
            assertEquals("owner", message.path("system").path("value").asText());
            assertEquals(cem.name(), message.path("system").path("target").asText());
            assertTrue(message.path("sender").path("username").isNull(), message.toString());
        }
        assertEquals(
                cem.name(), bob.get("rooms/" + own).expect(200).path("owner").asText());
        cem.patch("rooms/" + own, Json.of("archived", true)).expect(200);
        assertFalse(cem.get("rooms/" + own + "/audit").text().contains(ann.name()));
    }

    @Test
    void without_a_moderator_the_oldest_member_becomes_the_owner() {
        String own = ann.createRoom(cast.unique("anns"));
        cast.dora().join(own);
        Person cem = cast.cem();
        cem.join(own);
        delete(ann).expect(204);
        Departed.await(cem, own, ann);
        assertTrue(cem.get("rooms/" + own).expect(200).path("owner").asText().startsWith("dora"));
    }

    @Test
    void a_room_with_another_owner_only_loses_a_member() {
        bob.patch("rooms/" + room + "/members/" + ann.name(), Json.of("role", "owner"))
                .expect(200);
        long head = bob.get("rooms/" + room).expect(200).path("head").asLong();
        delete(ann).expect(204);
        departed();
        JsonNode seen = bob.get("rooms/" + room).expect(200);
        assertEquals(head, seen.path("head").asLong());
        assertEquals(1, seen.path("memberCount").asInt());
    }

    @Test
    void an_empty_room_is_archived() {
        String own = ann.createRoom(cast.unique("anns"));
        ann.post(own, "nobody else is here");
        delete(ann).expect(204);
        Departed.await(bob, own, ann);
        JsonNode seen = bob.get("rooms/" + own).expect(200);
        assertTrue(seen.path("archived").asBoolean(), seen.toString());
        assertTrue(seen.path("owner").isNull(), seen.toString());
        assertEquals(0, seen.path("memberCount").asInt());
    }

    @Test
    void bans_mutes_drafts_links_and_groups_go_too() {
        String banning = bob.createRoom(cast.unique("strict"));
        ann.join(banning);
        bob.post("rooms/" + banning + "/bans", Json.of("username", ann.name())).expect(201);
        bob.post("rooms/" + room + "/mutes", Json.of("username", ann.name())).expect(201);
        ann.put("rooms/" + room + "/draft", Json.of("body", "never sent", "revision", 0))
                .expect(200);
        Person cem = cast.cem();
        String group = ann.post("rooms", Json.of("visibility", "private", "members", List.of(bob.name(), cem.name())))
                .expect(201)
                .path("id")
                .asText();
        String link = ann.post("rooms/" + group + "/invites", Json.of())
                .expect(201)
                .path("code")
                .asText();
        delete(ann).expect(204);
        departed();
        Departed.await(bob, group, ann);
        assertEquals(2, bob.get("rooms/" + group).expect(200).path("people").size());
        new Rest(bob.base(), null).get("invites/" + link).refused(404, "not_found");
        assertUnknown("rooms/" + room + "/mutes");
        assertEquals(
                0,
                bob.get("rooms/" + banning + "/bans").expect(200).path("bans").size());
    }

    private static final String PATH = "users/me/deletion";

    private static Answer delete(Person person) {
        return person.post(PATH, Json.of("password", Person.PASSWORD));
    }
}
