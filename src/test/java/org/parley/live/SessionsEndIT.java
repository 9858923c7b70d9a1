package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;
import org.parley.harness.Rest;

@Tag("once")
class SessionsEndIT {
    private static final int SESSION_ENDED = 4401;

    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person elsewhere = ann.elsewhere();
    private String room;

    @BeforeEach
    void ann_has_a_room() {
        room = ann.createRoom(cast.unique("tea"));
    }

    @Test
    void signing_out_ends_this_sessions_sockets_and_no_other() {
        try (LiveSocket one = ann.socket();
                LiveSocket two = ann.socket();
                LiveSocket other = elsewhere.socket()) {
            one.join(room);
            ann.post("auth/logout", Json.of()).expect(204);
            assertEquals(SESSION_ENDED, one.closeCode());
            assertEquals(SESSION_ENDED, two.closeCode());
            assertGoesOn(other);
        }
    }

    @Test
    void a_revoked_session_hears_nothing_more() {
        try (LiveSocket revoked = elsewhere.socket();
                LiveSocket stays = ann.socket()) {
            revoked.join(room);
            String id = current(elsewhere);
            ann.delete("auth/sessions/" + id).expect(204);
            assertEquals(SESSION_ENDED, revoked.closeCode());
            assertGoesOn(stays);
        }
    }

    private static String current(Person person) {
        for (JsonNode session : person.get("auth/sessions").expect(200).path("sessions")) {
            if (session.path("current").asBoolean()) {
                return session.path("id").asText();
            }
        }
        throw new AssertionError("No session is the current one");
    }

    @Test
    void a_new_password_ends_the_sockets_everywhere_else() {
        try (LiveSocket other = elsewhere.socket();
                LiveSocket here = ann.socket()) {
            ann.put("auth/password", Json.of("current", Person.PASSWORD, "password", "new-correct-horse"))
                    .expect(204);
            assertEquals(SESSION_ENDED, other.closeCode());
            assertGoesOn(here);
        }
    }

    @Test
    void a_replayed_refresh_token_ends_the_sockets() {
        String first = ann.refreshToken();
        try (LiveSocket socket = ann.socket();
                LiveSocket other = elsewhere.socket()) {
            ann.refresh();
            ann.refresh();
            new Rest(ann.base(), null)
                    .post("auth/refresh", Json.of("refreshToken", first, "cookie", false))
                    .refused(401, "unauthenticated");
            assertEquals(SESSION_ENDED, socket.closeCode());
            assertGoesOn(other);
        }
    }

    private void assertGoesOn(LiveSocket socket) {
        socket.join(room);
        socket.say(room, "still here");
    }
}
