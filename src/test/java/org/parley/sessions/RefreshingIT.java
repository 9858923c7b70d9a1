package org.parley.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;
import org.parley.harness.Rest;

/** RotationTest covers the 61 seconds after which the use of an old token is a replay. */
class RefreshingIT {
    private final Cast cast = Cast.onSharedServer();
    private final Rest stranger = cast.stranger();
    private final Person ann = cast.ann();

    @Test
    void a_token_is_exchanged_for_the_next_and_the_session_goes_on() {
        String first = ann.refreshToken();
        JsonNode session = refresh(first).expect(200);
        assertNotEquals(first, session.path("refreshToken").asText());
        assertEquals(ann.name(), session.path("user").path("username").asText());
        ann.get("auth/me").expect(200);
        new Rest(ann.base(), session.path("accessToken").asText())
                .get("auth/me")
                .expect(200);
    }

    @Test
    void the_predecessor_gets_a_sibling_and_each_goes_on_in_its_own_line() {
        String first = ann.refreshToken();
        String second = next(first);
        String sibling = next(first);
        assertNotEquals(second, sibling);
        String third = next(second);
        String siblingsNext = next(sibling);
        next(third);
        next(siblingsNext);
        ann.get("auth/me").expect(200);
    }

    @Test
    void a_replay_ends_the_whole_session() {
        Person elsewhere = ann.elsewhere();
        String first = ann.refreshToken();
        String second = next(first);
        String sibling = next(first);
        String third = next(second);
        try (LiveSocket socket = ann.socket()) {
            refresh(first).refused(401, "unauthenticated");
            assertEquals(4401, socket.closeCode());
        }
        refresh(third).refused(401, "unauthenticated");
        refresh(sibling).refused(401, "unauthenticated");
        ann.get("auth/me").refused(401, "unauthenticated");
        elsewhere.get("auth/me").expect(200);
    }

    @Test
    void tabs_that_refresh_in_the_same_moment_all_go_on() {
        List<String> tokens = IntStream.range(0, 6)
                .parallel()
                .mapToObj(tab -> next(ann.refreshToken()))
                .toList();
        assertEquals(6, Set.copyOf(tokens).size());
        ann.get("auth/me").expect(200);
    }

    @Test
    void a_token_that_nobody_can_use_is_refused() {
        refresh("x".repeat(43)).refused(401, "unauthenticated");
        refresh("").refused(401, "unauthenticated");
        stranger.post("auth/refresh", Json.of()).refused(401, "unauthenticated");
        stranger.post("auth/refresh", null).refused(401, "unauthenticated");
        stranger.post("auth/refresh", Json.of("refreshToken", 5)).refused(400, "invalid_request");
    }

    @Test
    void an_expired_or_broken_access_token_does_not_stand_in_the_way() {
        new Rest(ann.base(), "broken")
                .post("auth/refresh", Json.of("refreshToken", ann.refreshToken()))
                .expect(200);
    }

    @Test
    void a_cookie_rotates_as_a_cookie() {
        Answer login = stranger.post("auth/login", Json.of("username", ann.name(), "password", Person.PASSWORD));
        String header = login.header("Set-Cookie").orElseThrow();
        Set<String> attributes = Arrays.stream(header.split("; ?"))
                .skip(1)
                .filter(part -> !part.startsWith("Version="))
                .collect(Collectors.toSet());
        assertEquals(Set.of("Path=/api/auth", "Max-Age=2592000", "HttpOnly", "SameSite=Strict"), attributes);
        String cookie = header.split(";")[0];
        Answer refreshed = withCookie("auth/refresh", cookie, "application/json", "{}");
        assertFalse(refreshed.expect(200).has("refreshToken"));
        String rotated = refreshed.header("Set-Cookie").orElseThrow().split(";")[0];
        assertNotEquals(cookie, rotated);
        withCookie("auth/refresh", rotated, "application/json", "{\"cookie\":false}")
                .expect(200);
    }

    @Test
    void a_cookie_is_enough_to_sign_out_and_is_taken_away_then() {
        String cookie = cookie();
        Answer answer = withCookie("auth/logout", cookie, "application/json", "{}");
        answer.expect(204);
        assertTrue(answer.header("Set-Cookie").orElseThrow().contains("Max-Age=0"));
        withCookie("auth/refresh", cookie, "application/json", "{}").refused(401, "unauthenticated");
    }

    @Test
    void without_a_body_there_need_be_no_type() {
        HttpRequest request = HttpRequest.newBuilder(ann.base().resolve("api/auth/refresh"))
                .header("Cookie", cookie())
                .POST(BodyPublishers.noBody())
                .build();
        stranger.send(request).expect(200);
    }

    @Test
    void what_a_page_elsewhere_could_send_does_nothing_with_the_cookie() {
        String cookie = cookie();
        for (String call : List.of("auth/refresh", "auth/logout")) {
            for (String type :
                    List.of("application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain")) {
                withCookie(call, cookie, type, "{}").refused(415, "unsupported_type");
            }
            for (String origin : List.of("http://evil.example", "null", "https://127.0.0.1")) {
                withCookie(call, cookie, "application/json", "{}", "Origin", origin)
                        .refused(403, "forbidden");
            }
        }
        String own = ann.base().toString().replaceAll("/$", "");
        withCookie("auth/refresh", cookie, "application/json", "{}", "Origin", own)
                .expect(200);
    }

    private Answer refresh(String token) {
        return stranger.post("auth/refresh", Json.of("refreshToken", token));
    }

    private String next(String token) {
        return refresh(token).expect(200).path("refreshToken").asText();
    }

    private String cookie() {
        return stranger.post("auth/login", Json.of("username", ann.name(), "password", Person.PASSWORD))
                .header("Set-Cookie")
                .orElseThrow()
                .split(";")[0];
    }

    private Answer withCookie(String path, String cookie, String type, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Cookie";
        all[1] = cookie;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return stranger.raw("POST", path, type, BodyPublishers.ofString(body), all);
    }
}
