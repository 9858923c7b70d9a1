package org.parley.invites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Json;
import org.parley.harness.Person;

/** How owners and moderators make, see and revoke links. */
@Tag("once")
class MakingInvitesIT extends RoomWithLinks {
    @Test
    void a_link_is_an_address_of_the_page_and_says_how_long_it_holds() {
        Instant asked = Instant.now();
        JsonNode made = make(bob, Json.of("expiresIn", 3600, "maxUses", 7)).expect(201);
        String code = made.path("code").asText();
        assertTrue(code.matches("[A-Za-z0-9_-]{22}"), code);
        assertEquals(ann.base() + "#/invites/" + code, made.path("url").asText());
        assertEquals(7, made.path("usesLeft").asInt());
        Duration lasting =
                Duration.between(asked, Instant.parse(made.path("expiresAt").asText()));
        assertTrue(Math.abs(lasting.minusHours(1).toSeconds()) < 60, lasting.toString());
        assertEquals(bob.name(), made.path("by").asText());
        assertEquals(made, links().get(0));
    }

    @Test
    void a_link_that_is_asked_nothing_of_holds_for_good_and_for_all() {
        make(bob, Json.of("expiresIn", null, "maxUses", null)).expect(201);
        bob.raw("POST", path() + "/invites", "application/json", BodyPublishers.noBody())
                .expect(201);
        for (JsonNode link : links()) {
            assertTrue(link.path("expiresAt").isNull(), link.toString());
            assertTrue(link.path("usesLeft").isNull(), link.toString());
        }
    }

    @Test
    void what_no_link_can_be_good_for_is_refused_by_its_field() {
        for (Object wrong : List.of(0, -1, 1.5, "soon", 1_000_000_000L, Long.MAX_VALUE)) {
            for (String field : List.of("expiresIn", "maxUses")) {
                JsonNode problem = make(bob, Json.of(field, wrong)).refused(400, "invalid_request");
                assertEquals(field, problem.path("errors").get(0).path("field").asText());
            }
        }
        make(bob, Json.of("expiresIn", 366 * 24 * 3600, "maxUses", 100_000)).expect(201);
        JsonNode both = make(bob, Json.of("expiresIn", 0, "maxUses", 0)).refused(400, "invalid_request");
        assertEquals(2, both.path("errors").size());
    }

    @Test
    void a_person_who_is_no_longer_staff_has_no_links_to_come_back_by() {
        String bobs = code();
        String anns = make(ann, Json.of()).expect(201).path("code").asText();
        ann.patch(path() + "/members/" + bob.name(), Json.of("role", "member")).expect(200);
        follow(dora, bobs).refused(404, "not_found");
        ann.patch(path() + "/members/" + bob.name(), Json.of("role", "moderator"))
                .expect(200);
        String more = code();
        ann.delete(path() + "/members/" + bob.name()).expect(204);
        follow(bob, more).refused(404, "not_found");
        follow(bob, anns).expect(201);
    }

    @Test
    void a_link_holds_only_while_its_maker_may_invite() {
        Person root = cast.root();
        Person eve = cast.register("eve");
        String eves = "admin/users/" + eve.name();
        root.patch(eves, Json.of("role", "admin")).expect(200);
        String code = make(eve, Json.of()).expect(201).path("code").asText();
        follow(cast.register("guest"), code).expect(201);
        root.patch(eves, Json.of("role", "user")).expect(200);
        follow(eve, code).refused(404, "not_found");
        follow(dora, code).refused(404, "not_found");
        assertEquals(List.of(), texts(links(), "code"));

        String bobs = code();
        root.patch("admin/users/" + bob.name(), Json.of("disabled", true)).expect(200);
        follow(dora, bobs).refused(404, "not_found");
        root.patch("admin/users/" + bob.name(), Json.of("disabled", false)).expect(200);
        follow(dora, bobs).expect(201);
    }

    @Test
    void a_moderator_who_left_has_no_link_to_come_back_by() {
        String code = code();
        bob.delete(path() + "/members/me").expect(204);
        follow(bob, code).refused(404, "not_found");
        follow(dora, code).refused(404, "not_found");
        ann.post(path() + "/members", Json.of("username", bob.name()));
        ann.patch(path() + "/members/" + bob.name(), Json.of("role", "moderator"))
                .expect(200);
        follow(dora, code).refused(404, "not_found");
    }

    @Test
    void staff_makes_sees_and_revokes_links_and_nobody_else_does() {
        String code = code();
        Person root = cast.root();
        for (Person staff : List.of(ann, bob, root)) {
            String made = make(staff, Json.of()).expect(201).path("code").asText();
            assertTrue(texts(staff.get(path() + "/invites").expect(200).path("invites"), "code")
                    .contains(made));
            staff.delete(path() + "/invites/" + made).expect(204);
        }
        make(cem, Json.of()).refused(403, "forbidden");
        cem.get(path() + "/invites").refused(403, "forbidden");
        cem.delete(path() + "/invites/" + code).refused(403, "forbidden");
        make(dora, Json.of()).refused(404, "not_found");
        dora.get(path() + "/invites").refused(404, "not_found");
        dora.delete(path() + "/invites/" + code).refused(404, "not_found");
        ann.patch(path(), Json.of("visibility", "public")).expect(200);
        make(dora, Json.of()).refused(403, "not_member");
        dora.get(path() + "/invites").refused(403, "not_member");
        dora.delete(path() + "/invites/" + code).refused(403, "not_member");
        cast.stranger().get(path() + "/invites").refused(401, "unauthenticated");
        cast.stranger().post("invites/" + code, Json.of()).refused(401, "unauthenticated");
        assertEquals(List.of(code), texts(links(), "code"));
    }

    @Test
    void what_is_no_link_of_the_room_cannot_be_revoked() {
        String other = ann.createRoom(cast.unique("other"));
        String elsewhere = ann.post("rooms/" + other + "/invites", Json.of())
                .expect(201)
                .path("code")
                .asText();
        for (String code : List.of(elsewhere, "AAAAAAAAAAAAAAAAAAAAAA", "x", "%20")) {
            ann.delete(path() + "/invites/" + code).refused(404, "not_found");
        }
        ann.delete("rooms/" + other + "/invites/" + elsewhere).expect(204);
        ann.delete("rooms/" + other + "/invites/" + elsewhere).refused(404, "not_found");
    }

    @Test
    void the_audit_tells_of_links_and_the_log_does_not() {
        long head = head();
        JsonNode made = make(bob, Json.of("expiresIn", 3600)).expect(201);
        ann.delete(path() + "/invites/" + made.path("code").asText()).expect(204);
        follow(dora, code()).expect(201);
        assertEquals(head, head());
        JsonNode entries = ann.get(path() + "/audit?limit=3").expect(200).path("entries");
        assertEquals(List.of("invite", "uninvite", "invite"), texts(entries, "action"));
        assertEquals(List.of(bob.name(), ann.name(), bob.name()), texts(entries, "by"));
        assertEquals(made.path("expiresAt"), entries.get(2).path("until"));
        for (JsonNode entry : entries) {
            assertTrue(entry.path("seq").isNull() && entry.path("target").isNull(), entry.toString());
        }
    }

    @Test
    void the_list_comes_in_pages_the_newest_first() {
        List<String> made = List.of(code(), code(), code());
        Set<String> seen = new HashSet<>();
        String next = "";
        for (int page = 0; page < 3; page++) {
            JsonNode answer =
                    bob.get(path() + "/invites?limit=1&cursor=" + next).expect(200);
            assertEquals(1, answer.path("invites").size());
            seen.addAll(texts(answer.path("invites"), "code"));
            assertEquals(page == 2, answer.path("next").isNull());
            next = answer.path("next").asText();
        }
        assertEquals(Set.copyOf(made), seen);
        bob.get(path() + "/invites?cursor=x!").refused(400, "invalid_request");
    }

    @Test
    void conversations_have_no_links() {
        ann.write(bob, "hello");
        String id = ann.get("direct")
                .expect(200)
                .path("conversations")
                .get(0)
                .path("id")
                .asText();
        for (ObjectNode terms : List.of(Json.of(), Json.of("maxUses", 1))) {
            ann.post("rooms/" + id + "/invites", terms).refused(404, "not_found");
            ann.post("direct/" + bob.name() + "/invites", terms).refused(404, "not_found");
        }
    }
}
