package org.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;

/** How refresh tokens rotate: two tabs and a lost answer are forgiven, a thief is not. */
class RefreshIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();

    @Test
    void a_predecessor_used_again_at_once_gets_a_sibling_and_both_lines_go_on() {
        String first = ann.refreshToken();
        String second = refreshed(first);
        String sibling = refreshed(first);
        refreshed(refreshed(second));
        refreshed(refreshed(sibling));
    }

    @Test
    void a_predecessor_used_after_its_successor_ends_the_session_and_its_sockets() {
        String first = ann.refreshToken();
        try (LiveSocket socket = ann.socket()) {
            String second = refreshed(first);
            String sibling = refreshed(first);
            String third = refreshed(second);
            refresh(first).refused(401, "unauthenticated");
            refresh(third).refused(401, "unauthenticated");
            refresh(sibling).refused(401, "unauthenticated");
            ann.get("auth/me").refused(401, "unauthenticated");
            assertEquals(4401, socket.closeCode());
        }
        Person.signIn(ann.base(), ann.name(), Person.PASSWORD).get("auth/me").expect(200);
    }

    private String refreshed(String token) {
        return refresh(token).expect(200).path("refreshToken").asText();
    }

    private Answer refresh(String token) {
        return cast.stranger().post("auth/refresh", Json.of("refreshToken", token, "cookie", false));
    }
}
