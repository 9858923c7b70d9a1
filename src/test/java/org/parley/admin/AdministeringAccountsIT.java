package org.parley.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.EventSource;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;
import org.parley.harness.Rest;
import org.parley.harness.Waiting;

/** What an administrator does to accounts, and its immediate effect on their owners. */
@Tag("once")
class AdministeringAccountsIT {
    private static final int SESSION_ENDED = 4401;
    private static final int ACCOUNT_DISABLED = 4403;
    private static final int COME_BACK = 1012;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Cast cast = Cast.onSharedServer();
    private final Person root = cast.root();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private String room;

    @BeforeEach
    void ann_has_a_room_where_bob_is() {
        room = ann.createRoom(cast.unique("tea"));
        bob.join(room);
    }

    @Test
    void a_disabled_account_is_out_everywhere_at_once() {
        String ticket = bob.post("auth/live-ticket", Json.of())
                .expect(201)
                .path("ticket")
                .asText();
        try (LiveSocket rooms = bob.socket();
                LiveSocket own = bob.privateSocket();
                LiveSocket anns = ann.socket();
                EventSource events = EventSource.open(bob, "api/live?rooms=" + room, null)) {
            rooms.join(room);
            anns.join(room);
            JsonNode changed = change(bob, Json.of("disabled", true));
            assertEquals(bob.name(), changed.path("username").asText());
            assertTrue(changed.path("disabled").asBoolean());
            assertTrue(changed.has("lastSeenAt") && changed.has("presence"));
            anns.say(room, "is he gone?");
            assertEquals(ACCOUNT_DISABLED, rooms.closeCode());
            assertEquals(ACCOUNT_DISABLED, own.closeCode());
            assertNothingMore(rooms);
            Waiting.until("the stream has ended", PATIENCE, events::ended);
        }
        bob.get("auth/me").refused(401, "unauthenticated");
        assertEquals(401, LiveSocket.handshake(bob, "live/rooms"));
        assertEquals(401, LiveSocket.handshake(new Rest(bob.base(), null), "live/rooms?ticket=" + ticket));
        cast.stranger()
                .post("auth/refresh", Json.of("refreshToken", bob.refreshToken()))
                .refused(401, "unauthenticated");
        signIn(bob, Person.PASSWORD, 403, "forbidden");
        signIn(bob, "not-the-password", 401, "invalid_credentials");
        Waiting.until("bob is offline", PATIENCE, () -> presence(bob).equals("offline"));
        assertEquals(2, ann.get("rooms/" + room).expect(200).path("memberCount").asInt());
    }

    /** Frames that were on their way when the account was disabled may arrive, but nothing after them. */
    private static void assertNothingMore(LiveSocket closed) {
        for (JsonNode frame = closed.nextWithin(Duration.ZERO);
                frame != null;
                frame = closed.nextWithin(Duration.ZERO)) {
            assertFalse(frame.toString().contains("is he gone?"), frame.toString());
        }
        assertNull(closed.nextWithin(Duration.ZERO));
    }

    @Test
    void an_account_that_is_enabled_again_is_as_it_was() {
        change(bob, Json.of("disabled", true));
        assertFalse(change(bob, Json.of("disabled", false)).path("disabled").asBoolean());
        bob.get("auth/me").refused(401, "unauthenticated");
        Person back = bob.elsewhere();
        back.post(room, "here I am");
        try (LiveSocket socket = back.socket()) {
            socket.join(room);
        }
    }

    @Test
    void a_password_from_an_administrator_ends_all_sessions() {
        Person elsewhere = bob.elsewhere();
        try (LiveSocket one = bob.socket();
                LiveSocket two = elsewhere.privateSocket()) {
            change(bob, Json.of("password", "a-new-beginning"));
            assertEquals(SESSION_ENDED, one.closeCode());
            assertEquals(SESSION_ENDED, two.closeCode());
        }
        bob.get("auth/me").refused(401, "unauthenticated");
        signIn(bob, Person.PASSWORD, 401, "invalid_credentials");
        Person.signIn(bob.base(), bob.name(), "a-new-beginning").get("auth/me").expect(200);
        ann.get("auth/me").expect(200);
    }

    @Test
    void a_password_given_with_the_disabling_leaves_no_doubt_why() {
        try (LiveSocket socket = bob.socket()) {
            change(bob, Json.of("disabled", true, "password", "a-new-beginning", "role", "admin"));
            assertEquals(ACCOUNT_DISABLED, socket.closeCode());
        }
        signIn(bob, "a-new-beginning", 403, "forbidden");
    }

    @Test
    void sessions_are_seen_and_ended_one_by_one_or_all() {
        Person elsewhere = bob.elsewhere();
        JsonNode sessions = root.get(path(bob) + "/sessions?limit=1").expect(200);
        String latest = sessions.path("sessions").get(0).path("id").asText();
        assertFalse(sessions.path("sessions").get(0).path("current").asBoolean());
        assertTrue(sessions.path("next").isTextual());
        try (LiveSocket one = elsewhere.socket();
                LiveSocket two = bob.socket()) {
            root.delete(path(ann) + "/sessions/" + latest).refused(404, "not_found");
            root.delete(path(bob) + "/sessions/" + latest).expect(204);
            assertEquals(SESSION_ENDED, one.closeCode());
            two.join(room);
            root.delete(path(bob) + "/sessions").expect(204);
            assertEquals(SESSION_ENDED, two.closeCode());
        }
        elsewhere.get("auth/me").refused(401, "unauthenticated");
        bob.get("auth/me").refused(401, "unauthenticated");
        root.delete(path(bob) + "/sessions").expect(204);
        root.delete(path(bob) + "/sessions/nonsense").refused(404, "not_found");
        bob.elsewhere().get("auth/me").expect(200);
    }

    @Test
    void a_person_who_is_made_an_administrator_is_one_at_once_and_no_longer_when_unmade() {
        Person dora = cast.dora();
        String hidden = dora.post("rooms", Json.of("name", cast.unique("den"), "visibility", "private"))
                .expect(201)
                .path("name")
                .asText();
        try (LiveSocket socket = bob.socket()) {
            assertEquals(
                    "admin", change(bob, Json.of("role", "admin")).path("role").asText());
            assertEquals(COME_BACK, socket.closeCode());
        }
        bob.get("admin/figures").expect(200);
        bob.get("rooms/" + hidden).expect(200);
        try (LiveSocket socket = bob.socket()) {
            assertEquals(
                    "user", change(bob, Json.of("role", "user")).path("role").asText());
            assertEquals(COME_BACK, socket.closeCode());
        }
        bob.get("admin/figures").refused(403, "forbidden");
        bob.get("rooms/" + hidden).refused(404, "not_found");
        bob.get("auth/me").expect(200);
    }

    @Test
    void nobody_shuts_themselves_out_by_mistake() {
        change(ann, Json.of("role", "admin"));
        ann.patch(path(ann), Json.of("disabled", true)).refused(409, "conflict");
        ann.patch(path(ann), Json.of("password", "a-new-beginning")).refused(409, "conflict");
        ann.patch(path(ann), Json.of("disabled", false, "role", "admin")).expect(200);
        ann.get("auth/me").expect(200);
        ann.patch(path(ann), Json.of("role", "user")).expect(200);
        ann.patch(path(ann), Json.of("role", "admin")).refused(403, "forbidden");
    }

    @Test
    void a_change_that_cannot_be_changes_nothing() {
        List<ObjectNode> wrong = List.of(
                Json.of("role", "owner"),
                Json.of("role", null),
                Json.of("disabled", null),
                Json.of("disabled", "true"),
                Json.of("password", "short"),
                Json.of("password", null),
                Json.of("disabled", true, "password", "short"));
        for (ObjectNode body : wrong) {
            root.patch(path(bob), body).refused(400, "invalid_request");
        }
        root.raw("PATCH", "admin/users/" + bob.name(), "application/json", BodyPublishers.ofString("{"))
                .refused(400, "invalid_json");
        String nobody = "admin/users/" + cast.unique("nobody");
        root.patch(nobody, Json.of("role", "owner")).refused(400, "invalid_request");
        root.patch(nobody, Json.of("disabled", true)).refused(404, "not_found");
        root.get(nobody + "/sessions").refused(404, "not_found");
        root.delete(nobody + "/sessions").refused(404, "not_found");
        bob.get("auth/me").expect(200);
        assertFalse(change(bob, Json.of()).path("disabled").asBoolean());
    }

    private JsonNode change(Person person, ObjectNode change) {
        return root.patch(path(person), change).expect(200);
    }

    private static String path(Person person) {
        return "admin/users/" + person.name();
    }

    private String presence(Person person) {
        return ann.get("users/" + person.name()).expect(200).path("presence").asText();
    }

    private void signIn(Person person, String password, int status, String code) {
        cast.stranger()
                .post("auth/login", Json.of("username", person.name(), "password", password))
                .refused(status, code);
    }
}
