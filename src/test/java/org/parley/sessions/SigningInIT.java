package org.parley.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;
import org.parley.harness.Rest;

class SigningInIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();

    @Test
    void the_password_opens_a_session_whatever_the_case_of_the_name() {
        Person again = Person.signIn(ann.base(), ann.name().toUpperCase(), Person.PASSWORD);
        assertEquals(
                ann.name(), again.get("auth/me").expect(200).path("username").asText());
    }

    @Test
    void a_wrong_password_and_an_unknown_name_get_the_same_answer() {
        JsonNode wrong = login(ann.name(), "wrong-horse").refused(401, "invalid_credentials");
        for (String name : List.of(cast.unique("nobody"), "", "a b", "x".repeat(10_000))) {
            assertEquals(wrong, login(name, "wrong-horse").refused(401, "invalid_credentials"));
        }
        assertEquals(wrong, login(ann.name(), "").refused(401, "invalid_credentials"));
    }

    @Test
    void name_and_password_must_be_given() {
        JsonNode problem = cast.stranger().post("auth/login", Json.of()).refused(400, "invalid_request");
        assertEquals(List.of("username", "password"), Json.wrongFields(problem));
    }

    @Test
    void an_admin_is_shown_as_one() {
        assertEquals(
                "admin", cast.root().get("auth/me").expect(200).path("role").asText());
    }

    @Test
    void signing_out_ends_this_session_and_its_sockets_and_no_other() {
        Person elsewhere = ann.elsewhere();
        try (LiveSocket socket = ann.socket();
                LiveSocket other = elsewhere.socket()) {
            ann.post("auth/logout", Json.of()).expect(204);
            assertEquals(4401, socket.closeCode());
            ann.get("auth/me").refused(401, "unauthenticated");
            ann.post("auth/live-ticket", Json.of()).refused(401, "unauthenticated");
            ann.post("auth/logout", Json.of()).refused(401, "unauthenticated");
            refresh(ann.refreshToken()).refused(401, "unauthenticated");
            elsewhere.get("auth/me").expect(200);
            assertTrue(other.open());
        }
    }

    @Test
    void a_person_who_has_only_the_refresh_token_signs_out_by_it() {
        Rest stranger = cast.stranger();
        stranger.post("auth/logout", Json.of("refreshToken", ann.refreshToken()))
                .expect(204);
        ann.get("auth/me").refused(401, "unauthenticated");
        stranger.post("auth/logout", Json.of("refreshToken", ann.refreshToken()))
                .refused(401, "unauthenticated");
        stranger.post("auth/logout", Json.of()).refused(401, "unauthenticated");
    }

    private Answer login(String username, String password) {
        return cast.stranger().post("auth/login", Json.of("username", username, "password", password));
    }

    private Answer refresh(String token) {
        ObjectNode body = Json.of("refreshToken", token);
        return cast.stranger().post("auth/refresh", body);
    }
}
