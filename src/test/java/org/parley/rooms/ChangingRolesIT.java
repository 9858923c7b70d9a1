package org.parley.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;

class ChangingRolesIT {
    private static final List<String> ROLES = List.of("member", "moderator", "owner");

    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final Person dora = cast.dora();
    private final Person root = cast.root();
    private String room;

    @BeforeEach
    void ann_has_a_room_where_bob_is() {
        room = ann.createRoom(cast.unique("tea"));
        bob.join(room);
    }

    @Test
    void an_owner_gives_and_takes_roles_and_the_log_tells_it() {
        assertEquals(
                "moderator",
                give(ann, bob, "moderator").expect(200).path("role").asText());
        JsonNode told = ann.get("rooms/" + room).expect(200).path("lastMessage").path("system");
        assertEquals("role", told.path("action").asText());
        assertEquals(bob.name(), told.path("target").asText());
        assertEquals("moderator", told.path("value").asText());
        assertEquals("member", give(ann, bob, "member").expect(200).path("role").asText());
        assertEquals("owner", give(ann, bob, "owner").expect(200).path("role").asText());
    }

    @Test
    void a_role_that_is_had_already_leaves_no_trace() {
        give(ann, bob, "owner").expect(200);
        long head = head();
        give(ann, bob, "owner").expect(200);
        give(ann, ann, "owner").expect(200);
        assertEquals(head, head());
    }

    @Test
    void only_owners_and_admins_give_roles() {
        Person cem = cast.cem();
        cem.join(room);
        for (String role : ROLES) {
            give(dora, bob, role).refused(403, "not_member");
            give(cem, bob, role).refused(403, "forbidden");
            give(cem, ann, role).refused(403, "forbidden");
            give(cem, cem, role).refused(403, "forbidden");
        }
        give(ann, cem, "moderator").expect(200);
        for (String role : ROLES) {
            give(cem, bob, role).refused(403, "forbidden");
            give(cem, ann, role).refused(403, "forbidden");
            give(cem, cem, role).refused(403, "forbidden");
        }
        give(root, bob, "moderator").expect(200);
    }

    @Test
    void owners_do_not_act_on_each_other_but_step_down() {
        give(ann, bob, "owner").expect(200);
        give(ann, bob, "moderator").refused(403, "forbidden");
        give(bob, ann, "member").refused(403, "forbidden");
        give(ann, ann, "member").expect(200);
        give(ann, bob, "member").refused(403, "forbidden");
    }

    @Test
    void an_admin_takes_an_owners_role() {
        give(ann, bob, "owner").expect(200);
        give(root, ann, "member").expect(200);
        give(root, bob, "member").refused(409, "conflict");
    }

    @Test
    void a_room_never_loses_its_last_owner_by_whomever() {
        ann.delete("rooms/" + room + "/members/me").refused(409, "conflict");
        give(ann, ann, "member").refused(409, "conflict");
        give(root, ann, "member").refused(409, "conflict");
        give(ann, bob, "owner").expect(200);
        give(ann, ann, "member").expect(200);
        assertEquals(204, ann.delete("rooms/" + room + "/members/me").status());
        give(root, bob, "moderator").refused(409, "conflict");
    }

    @Test
    void of_two_owners_who_step_down_at_once_one_stays() {
        give(ann, bob, "owner").expect(200);
        List<Integer> statuses = IntStream.range(0, 2)
                .parallel()
                .mapToObj(i -> i == 0 ? give(ann, ann, "member") : give(bob, bob, "member"))
                .map(Answer::status)
                .sorted()
                .toList();
        assertEquals(List.of(200, 409), statuses);
    }

    @Test
    void the_longest_standing_owner_is_the_rooms() {
        give(ann, bob, "owner").expect(200);
        assertEquals(ann.name(), owner());
        give(ann, ann, "member").expect(200);
        assertEquals(bob.name(), owner());
        give(bob, ann, "owner").expect(200);
        assertEquals(bob.name(), owner(), "an owner again, but not the longest standing");
    }

    private String owner() {
        return dora.get("rooms/" + room).expect(200).path("owner").asText();
    }

    @Test
    void a_stranger_has_no_role() {
        give(ann, dora, "moderator").refused(404, "not_found");
        ann.patch("rooms/" + room + "/members/" + cast.unique("nobody"), Json.of("role", "owner"))
                .refused(404, "not_found");
        ann.patch("rooms/" + room + "/members/me", Json.of("role", "owner")).refused(404, "not_found");
    }

    @Test
    void a_role_that_nobody_knows_is_refused() {
        give(ann, bob, "OWNER").refused(400, "invalid_request");
        give(ann, bob, "king").refused(400, "invalid_request");
        ann.patch("rooms/" + room + "/members/" + bob.name(), Json.of()).refused(400, "invalid_request");
    }

    private Answer give(Person actor, Person target, String role) {
        return actor.patch("rooms/" + room + "/members/" + target.name(), Json.of("role", role));
    }

    private long head() {
        return ann.get("rooms/" + room).expect(200).path("head").asLong();
    }
}
