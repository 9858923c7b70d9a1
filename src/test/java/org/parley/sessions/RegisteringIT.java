package org.parley.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Rest;

class RegisteringIT {
    private final Cast cast = Cast.onSharedServer();
    private final Rest stranger = cast.stranger();

    @Test
    void a_new_account_is_answered_with_its_first_session() {
        String name = cast.unique("ann");
        JsonNode session = register(name, "correct-horse").expect(201);
        JsonNode user = session.path("user");
        assertEquals(name, user.path("username").asText());
        assertEquals(name, user.path("displayName").asText());
        assertEquals("", user.path("bio").asText("?"));
        assertTrue(user.path("avatarUrl").isNull());
        assertTrue(user.path("lastSeenAt").isNull());
        assertEquals("user", user.path("role").asText());
        assertEquals("offline", user.path("presence").asText());
        assertTrue(user.path("createdAt").asText().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
        assertEquals("Bearer", session.path("tokenType").asText());
        assertEquals(900, session.path("expiresIn").asInt());
        assertEquals(
                user,
                new Rest(stranger.base(), session.path("accessToken").asText())
                        .get("auth/me")
                        .expect(200));
    }

    @Test
    void a_display_name_may_come_along_and_is_trimmed() {
        JsonNode session = stranger.post(
                        "auth/register",
                        Json.of(
                                "username",
                                cast.unique("ann"),
                                "password",
                                "correct-horse",
                                "displayName",
                                " Ann  B\n"))
                .expect(201);
        assertEquals("Ann  B", session.path("user").path("displayName").asText());
    }

    @Test
    void a_name_is_taken_by_whatever_looks_like_it() {
        String name = cast.unique("scope");
        register(name, "correct-horse").expect(201);
        for (String alike :
                List.of(name, name.toUpperCase(), name.replace("scope", "ѕсоре"), name.replace("scope", "ｓｃｏｐｅ"))) {
            register(alike, "correct-horse").refused(409, "username_taken");
        }
        register(name.replace("scope", "scopes"), "correct-horse").expect(201);
    }

    @Test
    void nobodys_names_are_taken() {
        for (String name : List.of("me", "System", "admin", "аdmin", "everyone", "ROOM")) {
            register(name, "correct-horse").refused(409, "username_taken");
        }
    }

    @Test
    void of_many_people_who_want_a_name_at_once_one_gets_it() {
        String name = cast.unique("ann");
        List<Integer> answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(attempt -> register(name, "correct-horse").status())
                .sorted()
                .toList();
        assertEquals(List.of(201, 409, 409, 409, 409, 409, 409, 409), answers);
    }

    @Test
    void all_faults_are_told_at_once() {
        JsonNode problem = stranger.post("auth/register", Json.of("displayName", "x".repeat(65)))
                .refused(400, "invalid_request");
        assertEquals(List.of("username", "password", "displayName"), Json.wrongFields(problem));
        assertEquals(
                "must be given", problem.path("errors").get(0).path("message").asText());
        problem = register("a b", "short").refused(400, "invalid_request");
        assertEquals(List.of("username", "password"), Json.wrongFields(problem));
    }

    @Test
    void a_field_of_the_wrong_type_is_named() {
        JsonNode problem = stranger.post("auth/register", Json.of("username", 5, "password", "correct-horse"))
                .refused(400, "invalid_request");
        assertEquals(List.of("username"), Json.wrongFields(problem));
        assertEquals(
                "must be text", problem.path("errors").get(0).path("message").asText());
    }

    @Test
    void what_is_no_json_object_is_refused_as_such() {
        for (String body : List.of("", "null", "[]", "{\"username\"", "{\"username\":\"a\",\"username\":\"b\"}")) {
            stranger.raw("POST", "auth/register", "application/json", BodyPublishers.ofString(body))
                    .refused(400, "invalid_json");
        }
        stranger.raw("POST", "auth/register", "application/x-www-form-urlencoded", BodyPublishers.ofString("a=b"))
                .refused(415, "unsupported_type");
    }

    @Test
    void nobody_registers_as_an_admin() {
        JsonNode session = stranger.post(
                        "auth/register",
                        Json.of("username", cast.unique("ann"), "password", "correct-horse", "role", "admin"))
                .expect(201);
        assertEquals("user", session.path("user").path("role").asText());
    }

    @Test
    void the_refresh_token_is_in_the_cookie_or_in_the_body_but_never_in_both() {
        Answer cookie = register(cast.unique("ann"), "correct-horse");
        assertTrue(cookie.header("Set-Cookie").isPresent());
        assertFalse(cookie.expect(201).has("refreshToken"));
        Answer body = stranger.post(
                "auth/register", Json.of("username", cast.unique("bob"), "password", "correct-horse", "cookie", false));
        assertTrue(body.header("Set-Cookie").isEmpty());
        assertTrue(body.expect(201).has("refreshToken"));
    }

    private Answer register(String username, String password) {
        return stranger.post("auth/register", Json.of("username", username, "password", password));
    }
}
