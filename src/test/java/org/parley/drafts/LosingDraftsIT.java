package org.parley.drafts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;

/** Only members have drafts. A draft goes with the membership, however that ends. */
class LosingDraftsIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private String room;

    @BeforeEach
    void bob_has_begun_to_write_in_anns_room() {
        room = ann.createRoom(cast.unique("tea"));
        bob.join(room);
        write(0);
    }

    @Test
    void leaving_deletes_it_and_revisions_go_on() {
        bob.delete(path("/members/me")).expect(204);
        bob.get(path("/draft")).refused(403, "not_member");
        bob.put(path("/draft"), Json.of("body", "x", "revision", 0)).refused(403, "not_member");
        bob.delete(path("/draft")).refused(403, "not_member");
        assertNone();
        bob.join(room);
        bob.get(path("/draft")).refused(404, "not_found");
        assertEquals(2, write(0));
    }

    @Test
    void a_removed_person_loses_it_and_is_told_nothing_more() {
        try (LiveSocket bobs = bob.privateSocket()) {
            ann.delete(path("/members/" + bob.name())).expect(204);
            bobs.await("notification");
            bobs.assertNone("draft");
        }
        assertNone();
        bob.join(room);
        bob.get(path("/draft")).refused(404, "not_found");
    }

    @Test
    void a_banned_person_loses_it_and_does_not_get_it_back() {
        ann.post(path("/bans"), Json.of("username", bob.name())).expect(201);
        bob.get(path("/draft")).refused(403, "banned");
        bob.put(path("/draft"), Json.of("body", "x", "revision", 0)).refused(403, "banned");
        assertNone();
        ann.delete(path("/bans/" + bob.name())).expect(204);
        bob.get(path("/draft")).refused(404, "not_found");
    }

    @Test
    void a_muted_person_keeps_it_and_an_archived_room_has_drafts_too() {
        ann.post(path("/mutes"), Json.of("username", bob.name())).expect(201);
        ann.patch(path(""), Json.of("archived", true)).expect(200);
        assertEquals(2, write(1));
    }

    @Test
    void it_goes_with_the_room() {
        ann.delete(path("")).expect(204);
        bob.get(path("/draft")).refused(404, "not_found");
        assertNone();
    }

    @Test
    void nobody_else_has_one() {
        cast.dora().put(path("/draft"), Json.of("body", "x", "revision", 0)).refused(403, "not_member");
        cast.root().get(path("/draft")).refused(403, "not_member");
        ann.get(path("/draft")).refused(404, "not_found");
    }

    private long write(long revision) {
        return bob.put(path("/draft"), Json.of("body", "half a thought after " + revision, "revision", revision))
                .expect(200)
                .path("revision")
                .asLong();
    }

    private void assertNone() {
        assertEquals(0, bob.get("drafts").expect(200).path("drafts").size());
    }

    private String path(String rest) {
        return "rooms/" + room + rest;
    }
}
