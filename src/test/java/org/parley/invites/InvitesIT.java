package org.parley.invites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;
import org.parley.harness.Rest;
import org.parley.harness.Waiting;

/** Joining a room by a link, and every kind of link that no longer works. */
@Tag("once")
class InvitesIT extends RoomWithLinks {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void a_person_who_follows_a_link_is_in_and_sees_what_members_see() {
        ann.post(room, "said before");
        JsonNode joined = follow(dora, code("maxUses", 2)).expect(201);
        assertEquals(room, joined.path("name").asText());
        assertEquals("member", joined.path("membership").path("role").asText());
        assertEquals(joined.path("head"), joined.path("membership").path("readSeq"));
        assertEquals(4, joined.path("memberCount").asInt());
        assertEquals(joined, dora.get(path()).expect(200));
        dora.post(room, "thank you");
    }

    @Test
    void a_link_says_before_it_is_followed_which_room_it_leads_into_and_who_made_it() {
        String code = code("maxUses", 1);
        Rest stranger = new Rest(ann.base(), null);
        JsonNode invitation = stranger.get("invites/" + code).expect(200);
        JsonNode maker = bob.get("auth/me").expect(200);
        assertEquals(
                Json.of(
                        "room",
                        room,
                        "by",
                        Json.of("username", maker.path("username"), "displayName", maker.path("displayName"))),
                invitation);
        assertEquals(invitation, dora.get("invites/" + code).expect(200));
        follow(dora, code).expect(201);
        stranger.get("invites/" + code).refused(404, "not_found");
        stranger.get("invites/" + "A".repeat(22)).refused(404, "not_found");
        stranger.get("invites/no-code").refused(404, "not_found");
    }

    @Test
    void a_member_is_let_in_again_and_no_use_is_counted() {
        String code = code("maxUses", 1);
        follow(cem, code).expect(200);
        assertEquals(1, links().get(0).path("usesLeft").asInt());
        follow(dora, code).expect(201);
        JsonNode again = follow(dora, code).expect(200);
        assertEquals("member", again.path("membership").path("role").asText());
        assertEquals(0, links().size(), "what lets nobody in is not listed");
        bob.delete(path() + "/invites/" + code).refused(404, "not_found");
    }

    @Test
    void no_password_is_asked() {
        ann.patch(path(), Json.of("visibility", "public", "password", "very-secret"))
                .expect(200);
        dora.post(path() + "/members", Json.of()).refused(403, "wrong_room_password");
        follow(dora, code()).expect(201);
    }

    @Test
    void whatever_a_link_lacks_is_told_in_the_same_words() {
        String usedUp = code("maxUses", 1);
        follow(cast.register("eve"), usedUp).expect(201);
        String revoked = code();
        bob.delete(path() + "/invites/" + revoked).expect(204);
        String expired = code("expiresIn", 1);
        Waiting.until("the link has expired", PATIENCE, () -> links().size() == 0);
        String unknown = "AAAAAAAAAAAAAAAAAAAAAA";
        String expected = anonymous(follow(dora, unknown), unknown);
        for (String code : List.of(usedUp, revoked, expired, usedUp.toLowerCase() + "_", "x", "%20", unknown + "%20")) {
            follow(dora, code).refused(404, "not_found");
            assertEquals(expected, anonymous(follow(dora, code), code), code);
        }
        follow(cem, expired).refused(404, "not_found");
        follow(dora, code("expiresIn", 3600)).expect(201);
    }

    /** Everything that a client sees of an answer, without the requested code and the time. */
    private static String anonymous(Answer answer, String code) {
        Map<String, List<String>> headers =
                new TreeMap<>(answer.response().headers().map());
        headers.keySet().removeIf(name -> List.of("date", "content-length").contains(name.toLowerCase()));
        return answer.status() + " " + headers + " " + answer.text().replace(code, "CODE");
    }

    @Test
    void of_two_at_once_one_takes_the_last_use() {
        List<Person> crowd = IntStream.range(0, 6)
                .mapToObj(n -> cast.register("guest" + (char) ('a' + n)))
                .toList();
        for (int uses : List.of(1, 2)) {
            String code = code("maxUses", uses);
            List<Integer> statuses = crowd.subList(3 * (uses - 1), 3 * uses).parallelStream()
                    .map(guest -> follow(guest, code).status())
                    .sorted()
                    .toList();
            assertEquals(uses == 1 ? List.of(201, 404, 404) : List.of(201, 201, 404), statuses);
        }
        assertEquals(6, ann.get(path()).expect(200).path("memberCount").asInt());
    }

    @Test
    void one_person_in_many_tabs_takes_one_use() {
        String code = code("maxUses", 2);
        List<Integer> statuses = IntStream.range(0, 6)
                .parallel()
                .mapToObj(n -> follow(dora, code).status())
                .sorted()
                .toList();
        assertEquals(List.of(200, 200, 200, 200, 200, 201), statuses);
        assertEquals(1, links().get(0).path("usesLeft").asInt());
    }

    @Test
    void a_banned_person_stays_out_and_takes_no_use() {
        String code = code("maxUses", 1);
        ban(cem);
        ban(dora);
        follow(cem, code).refused(403, "banned");
        assertEquals(
                anonymous(follow(dora, "AAAAAAAAAAAAAAAAAAAAAA"), "AAAAAAAAAAAAAAAAAAAAAA"),
                anonymous(follow(dora, code), code),
                "of a room that one did not see, nothing is to be learnt");
        ann.patch(path(), Json.of("visibility", "public")).expect(200);
        assertEquals(
                "spam", follow(dora, code).refused(403, "banned").path("reason").asText());
        assertEquals(1, links().get(0).path("usesLeft").asInt());
        bob.delete(path() + "/bans/" + dora.name()).expect(204);
        follow(dora, code).expect(201);
        follow(cem, code).refused(404, "not_found");
    }

    private void ban(Person person) {
        bob.post(path() + "/bans", Json.of("username", person.name(), "reason", "spam"))
                .expect(201);
    }

    @Test
    void a_person_who_was_removed_may_come_back_by_a_link() {
        bob.delete(path() + "/members/" + cem.name()).expect(204);
        cem.get(path()).refused(404, "not_found");
        follow(cem, code()).expect(201);
    }

    @Test
    void the_links_of_a_deleted_room_die_with_it_and_those_of_an_archived_one_do_not() {
        String code = code();
        ann.patch(path(), Json.of("archived", true)).expect(200);
        assertTrue(follow(dora, code).expect(201).path("archived").asBoolean());
        ann.delete(path()).expect(204);
        follow(cast.register("eve"), code).refused(404, "not_found");
        follow(ann, code).refused(404, "not_found");
    }

    @Test
    void an_admin_comes_in_by_a_link_as_anyone_does() {
        Person root = cast.root();
        root.post(path() + "/members", Json.of()).refused(403, "forbidden");
        assertFalse(follow(root, code()).expect(201).path("membership").isNull());
    }

    @Test
    void coming_in_by_a_link_is_told_live_as_any_other_way_is() {
        try (LiveSocket anns = ann.socket();
                LiveSocket dorasOwn = dora.privateSocket();
                LiveSocket doras = dora.socket()) {
            anns.join(room);
            assertEquals(
                    "not_found",
                    doras.ask("join_room", "room", room).path("code").asText());
            follow(dora, code()).expect(201);
            JsonNode told = dorasOwn.await("notification");
            assertEquals("joined", told.path("kind").asText());
            assertEquals(room, told.path("room").asText());
            doras.join(room);
            anns.await(
                    "that dora is there",
                    frame -> frame.path("type").asText().equals("user_joined")
                            && frame.path("usernames").toString().contains(dora.name()));
        }
        assertTrue(texts(dora.get("rooms?filter=joined").expect(200).path("rooms"), "name")
                .contains(room));
    }
}
