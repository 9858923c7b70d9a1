package org.parley.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;
import org.parley.harness.Waiting;

class UsersIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();

    @Test
    void anybody_is_found_by_name_whatever_its_case() {
        JsonNode seen = bob.get("users/" + ann.name().toUpperCase()).expect(200);
        assertEquals(ann.get("auth/me").expect(200), seen);
    }

    @Test
    void nobody_is_not_found() {
        for (String name : List.of(cast.unique("nobody"), "me", "%20", "x".repeat(3000))) {
            ann.get("users/" + name).refused(404, "not_found");
        }
    }

    @Test
    void a_profile_changes_only_in_what_is_said() {
        ann.patch("users/me", Json.of("displayName", " Ann\r\nB ", "bio", "e\u0301"))
                .expect(200);
        JsonNode user = ann.patch("users/me", Json.of("bio", "new")).expect(200);
        assertEquals("Ann\nB", user.path("displayName").asText());
        assertEquals("new", user.path("bio").asText());
        assertEquals(user, bob.get("users/" + ann.name()).expect(200));
        assertEquals(user, ann.patch("users/me", Json.of()).expect(200));
    }

    @Test
    void null_clears_a_bio_and_gives_the_username_back_as_display_name() {
        ann.patch("users/me", Json.of("displayName", "Ann", "bio", "here")).expect(200);
        JsonNode user =
                ann.patch("users/me", Json.of("displayName", null, "bio", null)).expect(200);
        assertEquals(ann.name(), user.path("displayName").asText());
        assertEquals("", user.path("bio").asText("?"));
    }

    @Test
    void a_profile_that_cannot_be_is_refused_with_all_its_faults() {
        JsonNode problem = ann.patch("users/me", Json.of("displayName", "x".repeat(65), "bio", "a\u0000"))
                .refused(400, "invalid_request");
        assertEquals(List.of("displayName", "bio"), Json.wrongFields(problem));
        ann.patch("users/me", Json.of("bio", 5)).refused(400, "invalid_request");
        JsonNode most = ann.patch("users/me", Json.of("displayName", "😀".repeat(64), "bio", "😀".repeat(500)))
                .expect(200);
        assertEquals("😀".repeat(64), most.path("displayName").asText());
    }

    @Test
    void nobody_makes_themselves_an_admin() {
        JsonNode user = ann.patch("users/me", Json.of("role", "admin", "username", "king"))
                .expect(200);
        assertEquals("user", user.path("role").asText());
        assertEquals(ann.name(), user.path("username").asText());
    }

    @Test
    void people_are_found_by_a_part_of_either_name() {
        String word = cast.unique("Zoë 100%");
        ann.patch("users/me", Json.of("displayName", "Dr " + word)).expect(200);
        assertEquals(List.of(ann.name()), found(word));
        assertEquals(List.of(ann.name()), found(word.substring(1).toUpperCase()));
        assertEquals(List.of(ann.name(), bob.name()), found(cast.unique("")));
        assertEquals(List.of(bob.name()), found(bob.name().toUpperCase()));
    }

    @Test
    void what_means_something_to_the_database_means_nothing_here() {
        for (String text :
                List.of("%" + cast.unique(""), "_" + cast.unique(""), "!" + cast.unique(""), "' or 1=1 --")) {
            assertEquals(List.of(), found(text));
        }
        assertEquals(List.of(), found("x".repeat(5000)));
    }

    @Test
    void the_list_is_paged_by_username() {
        Person dora = cast.dora();
        List<String> names = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    ann.get("users?limit=2&query=" + cast.unique("") + cursor).expect(200);
            names.addAll(page.path("users").findValuesAsText("username"));
            cursor = page.path("next").isNull()
                    ? null
                    : "&cursor=" + page.path("next").asText();
        } while (cursor != null);
        assertEquals(List.of(ann.name(), bob.name(), dora.name()), names);
        ann.get("users?limit=0").refused(400, "invalid_request");
        ann.get("users?cursor=!").refused(400, "invalid_request");
        assertTrue(ann.get("users").expect(200).path("users").size() <= 50);
    }

    @Test
    void a_person_with_a_socket_is_online_and_was_last_seen_when_it_closed() {
        try (LiveSocket socket = bob.socket()) {
            assertEquals(
                    "online",
                    ann.get("users/" + bob.name()).expect(200).path("presence").asText());
            bob.post("auth/logout", Json.of()).expect(204);
            socket.closeCode();
        }
        Waiting.until("Bob is offline and was seen", Duration.ofSeconds(20), () -> {
            JsonNode user = ann.get("users/" + bob.name()).expect(200);
            return user.path("presence").asText().equals("offline")
                    && user.path("lastSeenAt").isTextual();
        });
    }

    private List<String> found(String text) {
        return ann.get("users?query=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .expect(200)
                .path("users")
                .findValuesAsText("username");
    }
}
