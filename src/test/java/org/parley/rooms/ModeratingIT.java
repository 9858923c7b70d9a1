package org.parley.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Json;
import org.parley.harness.Person;
import org.parley.harness.Waiting;

/** Kicks, bans and mutes by REST: who may use them, what they do, and what the audit log records. */
@Tag("once")
class ModeratingIT extends ModeratedRoom {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void a_kicked_person_becomes_a_stranger_and_may_come_back() {
        bob.delete(path() + "/members/" + cem.name() + "?reason=too%20loud").expect(204);
        assertTold("kick", cem, null);
        post(cem).refused(403, "not_member");
        cem.join(room);
        post(cem).expect(201);
        Person dora = cast.dora();
        bob.delete(path() + "/members/" + dora.name()).refused(404, "not_found");
        cem.delete(path() + "/members/" + dora.name()).refused(404, "not_found");
        cem.delete(path() + "/members/" + bob.name()).refused(403, "forbidden");
        dora.delete(path() + "/members/" + bob.name()).refused(403, "not_member");
        impose(dora, "bans", cast.unique("nobody")).refused(404, "not_found");
    }

    @Test
    void a_person_who_is_kicked_from_a_private_room_does_not_find_it_any_more() {
        ann.patch(path(), Json.of("visibility", "private")).expect(200);
        bob.delete(path() + "/members/" + cem.name()).expect(204);
        cem.get(path()).refused(404, "not_found");
        cem.post(path() + "/members", Json.of()).refused(404, "not_found");
    }

    @Test
    void a_banned_person_is_told_so_wherever_they_turn() {
        String id = cem.get(path()).expect(200).path("id").asText();
        long seq = post(cem).expect(201).path("seq").asLong();
        JsonNode ban = bob.post(path() + "/bans", Json.of("username", cem.name(), "reason", "spam"))
                .expect(201);
        assertEquals(cem.name(), ban.path("username").asText());
        assertEquals("spam", ban.path("reason").asText());
        assertTrue(ban.path("until").isNull());
        assertEquals(bob.name(), ban.path("by").asText());
        assertTold("ban", cem, null);
        for (String named : List.of(room, id)) {
            for (String rest : List.of("", "/messages", "/log", "/members", "/messages/" + seq, "/bans", "/audit")) {
                JsonNode refusal = cem.get("rooms/" + named + rest).refused(403, "banned");
                assertEquals("spam", refusal.path("reason").asText());
                assertTrue(refusal.path("until").isNull());
            }
        }
        post(cem).refused(403, "banned");
        cem.post(path() + "/members", Json.of()).refused(403, "banned");
        cem.delete(path() + "/members/me").refused(403, "banned");
        for (String mark : List.of("read", "delivered", "unread")) {
            cem.put(path() + "/" + mark, Json.of("seq", 1)).refused(403, "banned");
        }
        cem.put(path() + "/notify", Json.of("notify", "none")).refused(403, "banned");
        ann.post(path() + "/members", Json.of("username", cem.name())).refused(409, "conflict");
        assertEquals(List.of(), names(cem.get("rooms?query=" + room).expect(200).path("rooms"), "name"));
        assertEquals(2, ann.get(path()).expect(200).path("memberCount").asInt());
    }

    @Test
    void a_person_who_could_not_see_the_room_does_not_learn_of_it_by_a_ban() {
        ann.patch(path(), Json.of("visibility", "private")).expect(200);
        Person dora = cast.dora();
        ban(ann, dora).expect(201);
        dora.get(path()).refused(404, "not_found");
        post(dora).refused(404, "not_found");
        ban(ann, cem).expect(201);
        cem.get(path()).refused(403, "banned");
    }

    @Test
    void a_person_who_could_see_the_room_learns_of_a_ban_also_after_that() {
        Person dora = cast.dora();
        ban(ann, dora).expect(201);
        ann.patch(path(), Json.of("visibility", "private")).expect(200);
        dora.get(path()).refused(403, "banned");
        ann.delete(path() + "/members/" + cem.name()).expect(204);
        cem.get(path()).refused(404, "not_found");
        ban(ann, cem).expect(201);
        cem.get(path()).refused(403, "banned");
        ann.delete(path() + "/bans/" + cem.name()).expect(204);
        cem.get(path()).refused(404, "not_found");
    }

    @Test
    void a_ban_that_is_lifted_gives_the_membership_back_with_its_marks() {
        for (int i = 0; i < 3; i++) {
            ann.post(room, "before");
        }
        long read = head();
        cem.put(path() + "/read", Json.of("seq", read)).expect(204);
        ann.patch(path() + "/members/" + cem.name(), Json.of("role", "moderator"));
        Waiting.until("the mark is written", PATIENCE, () -> marked(cem, read));
        ban(ann, cem).expect(201);
        ann.post(room, "meanwhile");
        bob.delete(path() + "/bans/" + cem.name()).expect(204);
        assertTold("unban", cem, null);
        JsonNode membership = membership(cem);
        assertEquals("member", membership.path("role").asText());
        assertEquals(read, membership.path("readSeq").asLong());
        assertEquals(1, membership.path("unread").asInt());
        long head = head();
        bob.delete(path() + "/bans/" + cem.name()).expect(204);
        assertEquals(head, head(), "what is not there leaves no trace when it is taken away");
    }

    @Test
    void a_ban_ends_by_itself() {
        bob.post(path() + "/bans", Json.of("username", cem.name(), "until", soon()))
                .expect(201);
        post(cem).refused(403, "banned");
        Waiting.until("the ban is over", PATIENCE, () -> cem.get(path()).status() == 200);
        post(cem).expect(201);
        assertEquals(0, bob.get(path() + "/bans").expect(200).path("bans").size());
    }

    @Test
    void a_muted_person_reads_on_and_cannot_write_until_it_ends() {
        String until = soon();
        String clientId = Person.newId();
        cem.post(path() + "/messages", Json.of("clientId", clientId, "body", "said before"))
                .expect(201);
        bob.post(path() + "/mutes", Json.of("username", cem.name(), "reason", "hush", "until", until))
                .expect(201);
        JsonNode refusal = post(cem).refused(403, "muted");
        assertEquals("hush", refusal.path("reason").asText());
        assertEquals(Instant.parse(until), Instant.parse(refusal.path("until").asText()));
        cem.post(path() + "/messages", Json.of("clientId", clientId, "body", "again"))
                .expect(200);
        cem.get(path() + "/messages").expect(200);
        assertTrue(membership(cem).path("muted").asBoolean());
        assertEquals(
                Instant.parse(until),
                Instant.parse(membership(cem).path("mutedUntil").asText()));
        assertTold("mute", cem, until);
        Waiting.until("the mute is over", PATIENCE, () -> post(cem).status() == 201);
        assertFalse(membership(cem).path("muted").asBoolean());
    }

    @Test
    void a_mute_outlasts_leaving_and_coming_back() {
        mute(bob, cem).expect(201);
        cem.delete(path() + "/members/me").expect(204);
        cem.join(room);
        post(cem).refused(403, "muted");
        bob.delete(path() + "/mutes/" + cem.name()).expect(204);
        post(cem).expect(201);
    }

    @Test
    void the_same_again_leaves_no_trace_and_other_words_take_its_place() {
        ban(ann, cem).expect(201);
        long head = head();
        JsonNode again = ban(bob, cem).expect(201);
        assertEquals(ann.name(), again.path("by").asText());
        assertEquals(head, head());
        bob.post(path() + "/bans", Json.of("username", cem.name(), "reason", "worse"))
                .expect(201);
        assertEquals(head + 1, head());
        JsonNode bans = ann.get(path() + "/bans").expect(200).path("bans");
        assertEquals(List.of("worse"), names(bans, "reason"));
    }

    @Test
    void the_audit_says_who_did_what_to_whom_and_why() {
        String until = Instant.now().plusSeconds(3600).toString();
        bob.post(path() + "/mutes", Json.of("username", cem.name(), "reason", "hush", "until", until))
                .expect(201);
        bob.delete(path() + "/members/" + cem.name() + "?reason=out").expect(204);
        ann.patch(path(), Json.of("topic", "cake")).expect(200);
        JsonNode entries = bob.get(path() + "/audit?limit=3").expect(200);
        assertEquals(List.of("topic", "kick", "mute"), names(entries.path("entries"), "action"));
        JsonNode kick = entries.path("entries").get(1);
        assertEquals(bob.name(), kick.path("by").asText());
        assertEquals(cem.name(), kick.path("target").asText());
        assertEquals("out", kick.path("reason").asText());
        assertEquals(head() - 1, kick.path("seq").asLong());
        JsonNode mute = entries.path("entries").get(2);
        assertEquals(
                Instant.parse(until).toEpochMilli(),
                Instant.parse(mute.path("until").asText()).toEpochMilli());
        String next = entries.path("next").asText();
        JsonNode rest = bob.get(path() + "/audit?cursor=" + next).expect(200);
        assertEquals(List.of("role"), names(rest.path("entries"), "action"));
        assertTrue(rest.path("next").isNull());
    }

    private void assertTold(String action, Person target, String until) {
        JsonNode told = ann.get(path()).expect(200).path("lastMessage").path("system");
        assertEquals(action, told.path("action").asText());
        assertEquals(target.name(), told.path("target").asText());
        if (until == null) {
            assertTrue(told.path("value").isNull(), told.toString());
        } else {
            assertEquals(Instant.parse(until), Instant.parse(told.path("value").asText()));
        }
    }

    private static String soon() {
        return Instant.ofEpochMilli(Instant.now().plusSeconds(2).toEpochMilli()).toString();
    }

    private boolean marked(Person person, long read) {
        JsonNode members = ann.get(path() + "/members").expect(200).path("members");
        return StreamSupport.stream(members.spliterator(), false)
                .anyMatch(
                        member -> member.path("user").path("username").asText().equals(person.name())
                                && member.path("readSeq").asLong() == read);
    }

    private JsonNode membership(Person person) {
        return person.get(path()).expect(200).path("membership");
    }

    private long head() {
        return ann.get(path()).expect(200).path("head").asLong();
    }

    private static List<String> names(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.path(field).asText())
                .toList();
    }
}
