package org.parley.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Json;
import org.parley.harness.Person;

/** Who may kick, ban and mute which person. */
class WhoModeratesIT extends ModeratedRoom {
    @Test
    void roles_act_only_downwards() {
        Person dora = cast.dora();
        for (String list : List.of("bans", "mutes")) {
            for (Person actor : List.of(dora, cem)) {
                String code = actor == dora ? "not_member" : "forbidden";
                impose(actor, list, bob).refused(403, code);
                actor.get(path() + "/" + list).refused(403, code);
                actor.delete(path() + "/" + list + "/" + bob.name()).refused(403, code);
            }
            impose(bob, list, ann).refused(403, "forbidden");
            impose(bob, list, bob).refused(403, "forbidden");
            impose(ann, list, root).refused(403, "forbidden");
            // A sanction on a person who later became an administrator can be lifted.
            ann.delete(path() + "/" + list + "/" + root.name()).expect(204);
            impose(ann, list, "nobody-" + cast.unique("x")).refused(404, "not_found");
            cast.stranger().get(path() + "/" + list).refused(401, "unauthenticated");
        }
        cem.delete(path() + "/members/" + bob.name()).refused(403, "forbidden");
        bob.delete(path() + "/members/" + ann.name()).refused(403, "forbidden");
        bob.delete(path() + "/members/" + bob.name()).refused(403, "forbidden");
        cem.get(path() + "/audit").refused(403, "forbidden");
        root.post(path() + "/mutes", Json.of("username", ann.name())).expect(201);
    }

    @Test
    void a_room_keeps_its_last_owner() {
        ban(root, ann).refused(409, "conflict");
        root.delete(path() + "/members/" + ann.name()).refused(409, "conflict");
        ann.patch(path() + "/members/" + bob.name(), Json.of("role", "owner")).expect(200);
        ban(root, ann).expect(201);
        ann.get(path()).refused(403, "banned");
    }

    @Test
    void what_is_malformed_is_refused_by_its_field() {
        for (String until : List.of("tomorrow", "2001-01-01T00:00:00Z", "+99999-01-01T00:00:00Z")) {
            assertBlamed("until", bob.post(path() + "/bans", Json.of("username", cem.name(), "until", until)));
        }
        assertBlamed("username", bob.post(path() + "/bans", Json.of()));
        assertBlamed("reason", bob.post(path() + "/mutes", Json.of("username", cem.name(), "reason", "x".repeat(501))));
    }

    private static void assertBlamed(String field, Answer answer) {
        JsonNode problem = answer.refused(400, "invalid_request");
        assertEquals(field, problem.path("errors").get(0).path("field").asText());
    }
}
