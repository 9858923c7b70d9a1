package org.parley.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;
import org.parley.harness.Waiting;

/** What administrators see of a server, and that nobody else sees it. */
@Tag("once")
class OverseeingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Cast cast = Cast.onSharedServer();
    private final Person root = cast.root();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();

    @Test
    void only_administrators_get_in() {
        String account = "admin/users/" + bob.name();
        List<String[]> routes = List.of(
                new String[] {"GET", "admin/users"},
                new String[] {"PATCH", account},
                new String[] {"GET", account + "/sessions"},
                new String[] {"DELETE", account + "/sessions/nonsense"},
                new String[] {"GET", "admin/rooms"},
                new String[] {"GET", "admin/figures"},
                new String[] {"GET", "admin/audit"},
                new String[] {"DELETE", account + "/sessions"});
        for (String[] route : routes) {
            boolean patch = route[0].equals("PATCH");
            cast.stranger().call(route[0], route[1], null).refused(401, "unauthenticated");
            ann.call(route[0], route[1], patch ? Json.of("role", "nonsense") : null)
                    .refused(403, "forbidden");
            int status = root.call(route[0], route[1], patch ? Json.of() : null).status();
            assertTrue(status < 300 || route[1].endsWith("nonsense"), route[1] + " was answered " + status);
        }
    }

    @Test
    void accounts_are_found_by_name_and_by_what_became_of_them() {
        root.patch("admin/users/" + bob.name(), Json.of("disabled", true)).expect(200);
        String suffix = cast.unique("");
        JsonNode page = root.get("admin/users?limit=1&query=" + suffix).expect(200);
        assertEquals(List.of(ann.name()), names(page.path("users"), "username"));
        assertFalse(page.path("users").get(0).path("disabled").asBoolean());
        ObjectNode user = page.path("users").get(0).deepCopy();
        user.remove("disabled");
        assertEquals(root.get("users/" + ann.name()).expect(200), user, "a User, with all that it has");
        JsonNode rest = root.get("admin/users?query=" + suffix + "&cursor="
                        + page.path("next").asText())
                .expect(200);
        assertEquals(List.of(bob.name()), names(rest.path("users"), "username"));
        assertTrue(rest.path("users").get(0).path("disabled").asBoolean());
        assertTrue(rest.path("next").isNull());
        assertEquals(List.of(bob.name()), found("&filter=disabled", suffix));
        assertEquals(List.of(), found("&filter=admin", suffix));
        root.patch("admin/users/" + ann.name(), Json.of("role", "admin")).expect(200);
        assertEquals(List.of(ann.name()), found("&filter=admin", suffix));
        root.get("admin/users?filter=nonsense").refused(400, "invalid_request");
        root.get("admin/users?limit=0").refused(400, "invalid_request");
    }

    private List<String> found(String filter, String query) {
        return names(root.get("admin/users?query=" + query + filter).expect(200).path("users"), "username");
    }

    @Test
    void private_rooms_are_listed_and_private_conversations_are_not() {
        String open = ann.createRoom(cast.unique("cafe"));
        ann.post("rooms", Json.of("name", cast.unique("den"), "visibility", "private"))
                .expect(201);
        ann.write(bob, "only you");
        String suffix = cast.unique("");
        JsonNode first = root.get("admin/rooms?limit=1&query=" + suffix).expect(200);
        assertEquals(List.of(open), names(first.path("rooms"), "name"));
        assertEquals(ann.name(), first.path("rooms").get(0).path("owner").asText());
        JsonNode second = root.get("admin/rooms?query=" + suffix + "&cursor="
                        + first.path("next").asText())
                .expect(200);
        assertEquals(List.of("private"), names(second.path("rooms"), "kind"));
        assertTrue(second.path("next").isNull());
        for (JsonNode room : root.get("admin/rooms?limit=200").expect(200).path("rooms")) {
            assertFalse(room.path("kind").asText().equals("direct"), room.toString());
        }
    }

    @Test
    void figures_count_what_is_there() {
        JsonNode before = root.get("admin/figures").expect(200);
        String room = ann.createRoom(cast.unique("cafe"));
        ann.post(room, "one");
        cast.cem();
        JsonNode after = root.get("admin/figures").expect(200);
        for (String figure : List.of("accounts", "rooms", "messages")) {
            assertTrue(after.path(figure).asLong() > before.path(figure).asLong(), figure);
        }
        assertTrue(after.path("uptimeSeconds").asLong() >= 0);
        assertTrue(after.path("admins").asLong() > 0);
        assertTrue(after.path("heapMost").asLong() >= after.path("heapUsed").asLong());
        assertTrue(after.path("version").asText().matches("\\d+\\.\\d+\\.\\d+.*"), after.toString());
        assertTrue(after.path("database").asText().matches("(H2|MariaDB|MySQL) \\d+\\..*"), after.toString());
        try (LiveSocket one = ann.socket();
                LiveSocket two = ann.privateSocket()) {
            Waiting.until("two sockets are counted", PATIENCE, () -> {
                JsonNode now = root.get("admin/figures").expect(200);
                return now.path("sockets").asLong() >= 2 && now.path("online").asLong() >= 1;
            });
        }
    }

    @Test
    void the_audit_says_who_did_what_to_whom_and_nothing_that_is_secret() {
        String account = "admin/users/" + bob.name();
        root.patch(account, Json.of("password", "a-new-beginning")).expect(200);
        root.patch(account, Json.of("disabled", true)).expect(200);
        root.patch(account, Json.of("disabled", true)).expect(200);
        root.patch(account, Json.of("disabled", false, "role", "user")).expect(200);
        root.delete(account + "/sessions").expect(204);
        Person.signIn(bob.base(), bob.name(), "a-new-beginning");
        root.delete(account + "/sessions").expect(204);
        root.patch(account, Json.of("role", "admin")).expect(200);
        root.patch(account, Json.of("role", "user")).expect(200);
        JsonNode audit = root.get("admin/audit?limit=200").expect(200);
        List<JsonNode> bobs = StreamSupport.stream(audit.path("entries").spliterator(), false)
                .filter(entry -> entry.path("target").asText().equals(bob.name()))
                .toList();
        assertEquals(
                List.of("unmake_admin", "make_admin", "end_sessions", "enable", "disable", "password"),
                bobs.stream().map(entry -> entry.path("action").asText()).toList());
        assertEquals(Cast.ROOT_NAME, bobs.get(0).path("by").asText());
        assertTrue(bobs.get(0).path("createdAt").isTextual());
        assertFalse(audit.toString().contains("a-new-beginning"));
        JsonNode page = root.get("admin/audit?limit=2").expect(200);
        JsonNode next = root.get(
                        "admin/audit?limit=1&cursor=" + page.path("next").asText())
                .expect(200);
        assertEquals(1, next.path("entries").size());
        root.get("admin/audit?cursor=AAAA").refused(400, "invalid_request");
    }

    private static List<String> names(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.path(field).asText())
                .toList();
    }
}
