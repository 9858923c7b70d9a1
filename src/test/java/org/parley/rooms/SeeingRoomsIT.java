package org.parley.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;

@Tag("once")
class SeeingRoomsIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person dora = cast.dora();

    @Test
    void a_public_room_is_seen_by_anyone_by_name_in_any_case_and_by_id() {
        JsonNode room = create("tea", "public");
        for (String name : List.of("tea", "TEA", "ｔｅａ")) {
            assertSeen(room, dora.get("rooms/" + Segment.of(cast.unique(name))));
        }
        assertSeen(room, dora.get("rooms/" + room.path("id").asText()));
    }

    private void assertSeen(JsonNode room, Answer answer) {
        JsonNode seen = answer.expect(200);
        assertEquals(room.path("id"), seen.path("id"));
        assertTrue(seen.path("membership").isNull(), "a stranger is told null");
    }

    @Test
    void a_private_room_is_seen_by_its_members_and_admins() {
        String name = create("tea", "private").path("name").asText();
        ann.get("rooms/" + name).expect(200);
        cast.root().get("rooms/" + name).expect(200);
        dora.get("rooms/" + name).refused(404, "not_found");
        ann.post("rooms/" + name + "/members", Json.of("username", dora.name())).expect(201);
        dora.get("rooms/" + name).expect(200);
    }

    @Test
    void hidden_and_absent_answer_alike_to_the_byte_on_every_route() {
        String hidden = create("hidden", "private").path("name").asText();
        String absent = cast.unique("absent");
        for (Route route : Route.ALL) {
            assertEquals(
                    anonymous(route.call(dora, absent), absent),
                    anonymous(route.call(dora, hidden), hidden),
                    route.toString());
        }
    }

    @Test
    void a_hidden_id_and_an_absent_one_answer_alike() {
        String hidden = create("hidden", "private").path("id").asText();
        String absent = "~zzzzzzzzzzz0";
        for (Route route : Route.ALL) {
            Answer answer = route.call(dora, hidden);
            answer.refused(404, "not_found");
            assertEquals(anonymous(route.call(dora, absent), absent), anonymous(answer, hidden), route.toString());
        }
    }

    /** Everything that a client sees of an answer, without the requested name and the time. */
    private static String anonymous(Answer answer, String room) {
        ObjectNode headers = Json.of();
        answer.response().headers().map().forEach((name, values) -> {
            if (!List.of("date", "content-length").contains(name.toLowerCase())) {
                headers.put(name, values.toString());
            }
        });
        return answer.status() + " " + headers + " " + answer.text().replace(room, "ROOM");
    }

    @Test
    void what_cannot_be_a_name_is_not_found() {
        for (String odd : List.of("~", "~-1", "~ZZ", "~zzzzzzzzzzzzz", "😀", "a%00b", "x".repeat(600), "%F0%9F")) {
            ann.get("rooms/" + Segment.of(odd)).refused(404, "not_found");
        }
    }

    @Test
    void routes_that_are_not_there_are_not_found() {
        String name = create("tea", "public").path("name").asText();
        ann.get("rooms/" + name + "/nothing").refused(404, "not_found");
        ann.put("rooms/" + name, Json.of()).refused(404, "not_found");
    }

    @Test
    void nobody_is_let_in_without_a_token() {
        String name = create("tea", "public").path("name").asText();
        for (Route route : Route.ALL) {
            route.call(cast.stranger(), name).refused(401, "unauthenticated");
        }
    }

    private JsonNode create(String name, String visibility) {
        return ann.post("rooms", Json.of("name", cast.unique(name), "visibility", visibility))
                .expect(201);
    }
}
