package org.parley.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.accounts.Caller;
import org.parley.harness.Requests;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.system.CountLimits;

/** Sixteen requests of a user and sixty-four of an address, until they are answered. */
class CountingRequestsTest {
    private static final String HERE = "198.51.100.1";
    private static final String THERE = "198.51.100.2";

    private final CountingRequests counting = new CountingRequests();

    CountingRequestsTest() {
        counting.limits = new CountLimits(Requests.configuration(null, List.of(), List.of()));
    }

    @Test
    void a_user_has_sixteen_wherever_they_are() {
        Runnable first = counting.begin(caller(1), HERE);
        begin(15, 1, THERE);
        assertRefused(1, HERE);
        assertRefused(1, THERE);
        begin(1, 2, HERE);
        first.run();
        begin(1, 1, HERE);
        assertRefused(1, HERE);
    }

    @Test
    void an_address_has_sixty_four_whatever_the_accounts() {
        Runnable first = counting.begin(null, HERE);
        for (int user = 1; user <= 9; user++) {
            begin(7, user, HERE);
        }
        assertRefused(10, HERE);
        assertThrows(Refusal.class, () -> counting.begin(null, HERE));
        begin(1, 10, THERE);
        first.run();
        begin(1, 10, HERE);
    }

    @Test
    void a_person_who_is_refused_takes_no_place_of_their_address() {
        begin(16, 1, THERE);
        for (int i = 0; i < 100; i++) {
            assertRefused(1, HERE);
        }
        begin(16, 2, HERE);
    }

    private void begin(int requests, long user, String address) {
        for (int i = 0; i < requests; i++) {
            counting.begin(caller(user), address);
        }
    }

    private void assertRefused(long user, String address) {
        Refusal refused = assertThrows(Refusal.class, () -> counting.begin(caller(user), address));
        assertEquals(Code.RATE_LIMITED, refused.code());
    }

    private static Caller caller(long account) {
        return new Caller(account, "user" + account, "", false, new UUID(0, account), HERE);
    }
}
