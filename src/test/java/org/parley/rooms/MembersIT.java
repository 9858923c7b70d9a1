package org.parley.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;

class MembersIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final Person dora = cast.dora();
    private final String room = ann.createRoom(cast.unique("tea"));

    @Test
    void a_member_is_told_with_role_and_marks() {
        bob.join(room);
        JsonNode members = bob.get("rooms/" + room + "/members").expect(200);
        assertEquals(2, members.path("members").size());
        assertTrue(members.path("next").isNull());
        JsonNode owner = members.path("members").path(0);
        assertEquals(ann.get("auth/me").expect(200), owner.path("user"));
        assertEquals("owner", owner.path("role").asText());
        assertFalse(owner.path("online").asBoolean(true));
        assertTrue(owner.path("joinedAt").asText().endsWith("Z"));
        assertEquals(0, owner.path("readSeq").asInt(-1));
        assertEquals(0, owner.path("deliveredSeq").asInt(-1));
    }

    @Test
    void members_are_told_to_members_and_admins_only() {
        dora.get("rooms/" + room + "/members").refused(403, "not_member");
        cast.root().get("rooms/" + room + "/members").expect(200);
        dora.join(room);
        dora.get("rooms/" + room + "/members").expect(200);
    }

    @Test
    void pages_follow_each_other_without_gap_or_repeat() {
        Set<String> expected = new HashSet<>(List.of(ann.name()));
        for (int i = 0; i < 5; i++) {
            Person member = cast.register("member" + i);
            member.join(room);
            expected.add(member.name());
        }
        Set<String> told = new HashSet<>();
        String cursor = "";
        do {
            JsonNode page = ann.get("rooms/" + room + "/members?limit=2&cursor=" + cursor)
                    .expect(200);
            page.path("members")
                    .forEach(member -> assertTrue(
                            told.add(member.path("user").path("username").asText())));
            cursor = page.path("next").asText();
        } while (!cursor.equals("null"));
        assertEquals(expected, told);
    }

    @Test
    void parameters_that_are_wrong_are_refused() {
        ann.get("rooms/" + room + "/members?limit=0").refused(400, "invalid_request");
        ann.get("rooms/" + room + "/members?cursor=YQ").refused(400, "invalid_request");
    }

    @Test
    void a_member_chooses_of_what_to_be_told() {
        for (String occasion : List.of("none", "mentions", "mentions", "all")) {
            assertEquals(
                    204,
                    ann.put("rooms/" + room + "/notify", Json.of("notify", occasion))
                            .status());
            assertEquals(
                    occasion,
                    ann.get("rooms/" + room)
                            .expect(200)
                            .path("membership")
                            .path("notify")
                            .asText());
        }
        ann.put("rooms/" + room + "/notify", Json.of("notify", "sometimes")).refused(400, "invalid_request");
        ann.put("rooms/" + room + "/notify", Json.of()).refused(400, "invalid_request");
        dora.put("rooms/" + room + "/notify", Json.of("notify", "none")).refused(403, "not_member");
        cast.root().put("rooms/" + room + "/notify", Json.of("notify", "none")).refused(403, "not_member");
        assertEquals(0, ann.get("rooms/" + room).expect(200).path("head").asInt(-1), "it takes no number");
    }
}
