package org.parley.rooms;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.harness.Json;

/** Slow mode: one message per member and period, however often the member leaves and comes back. */
class PacingIT extends ModeratedRoom {
    @BeforeEach
    void one_message_an_hour() {
        bob.patch(path(), Json.of("slowModeSeconds", 3600)).expect(200);
    }

    @Test
    void members_wait_and_staff_does_not() {
        post(cem).expect(201);
        int left = post(cem).refused(429, "rate_limited").path("retryAfter").asInt();
        assertTrue(left > 3000 && left <= 3600, "to wait: " + left);
        post(bob).expect(201);
        post(bob).expect(201);
        root.join(room);
        post(root).expect(201);
        post(root).expect(201);
    }

    @Test
    void a_person_who_leaves_and_returns_waits_all_the_same() {
        post(cem).expect(201);
        cem.delete(path() + "/members/me").expect(204);
        cem.join(room);
        post(cem).refused(429, "rate_limited");
        bob.delete(path() + "/members/" + cem.name()).expect(204);
        ann.post(path() + "/members", Json.of("username", cem.name())).expect(201);
        post(cem).refused(429, "rate_limited");
        bob.post(path() + "/bans", Json.of("username", cem.name())).expect(201);
        bob.delete(path() + "/bans/" + cem.name()).expect(204);
        post(cem).refused(429, "rate_limited");
    }

    @Test
    void a_person_who_comes_and_has_not_spoken_need_not_wait() {
        cem.delete(path() + "/members/me").expect(204);
        cem.join(room);
        post(cem).expect(201);
    }
}
