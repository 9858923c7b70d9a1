package org.parley.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;

class ChangingPasswordsIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();

    @Test
    void a_new_password_holds_at_once_and_ends_every_other_session() {
        Person elsewhere = ann.elsewhere();
        try (LiveSocket here = ann.socket();
                LiveSocket there = elsewhere.socket()) {
            change(Person.PASSWORD, "battery-staple").expect(204);
            assertEquals(4401, there.closeCode());
            assertTrue(here.open());
        }
        elsewhere.get("auth/me").refused(401, "unauthenticated");
        ann.get("auth/me").expect(200);
        ann.refresh();
        cast.stranger()
                .post("auth/login", Json.of("username", ann.name(), "password", Person.PASSWORD))
                .refused(401, "invalid_credentials");
        Person.signIn(ann.base(), ann.name(), "battery-staple");
    }

    @Test
    void a_wrong_current_password_is_named_and_changes_nothing() {
        Person elsewhere = ann.elsewhere();
        JsonNode problem = change("wrong-horse", "battery-staple").refused(400, "invalid_request");
        assertEquals(List.of("current"), Json.wrongFields(problem));
        elsewhere.get("auth/me").expect(200);
        ann.elsewhere();
    }

    @Test
    void a_password_that_cannot_be_is_named_whether_or_not_the_current_one_is_right() {
        for (String current : List.of(Person.PASSWORD, "wrong-horse")) {
            JsonNode problem = change(current, "short").refused(400, "invalid_request");
            assertEquals(List.of("password"), Json.wrongFields(problem));
        }
        JsonNode nothing = ann.put("auth/password", Json.of()).refused(400, "invalid_request");
        assertEquals(List.of("current", "password"), Json.wrongFields(nothing));
    }

    private Answer change(String current, String password) {
        return ann.put("auth/password", Json.of("current", current, "password", password));
    }
}
