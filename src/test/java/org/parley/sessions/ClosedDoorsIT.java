package org.parley.sessions;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;
import org.parley.harness.Rest;

class ClosedDoorsIT {
    private static final List<String> CLOSED = List.of(
            "GET auth/me",
            "POST auth/live-ticket",
            "GET auth/sessions",
            "DELETE auth/sessions/1",
            "PUT auth/password",
            "GET users",
            "GET users/root",
            "PATCH users/me");

    private final Cast cast = Cast.onSharedServer();

    @Test
    void without_a_token_nothing_is_learnt_not_even_what_a_body_should_be() {
        for (String route : CLOSED) {
            refused(cast.stranger(), route, "application/json", "{\"broken");
            refused(cast.stranger(), route, "text/plain", "text");
        }
    }

    @Test
    void a_token_that_is_none_of_ours_is_as_good_as_none() {
        String good = cast.ann().token();
        String unsigned = "eyJhbGciOiJub25lIn0." + good.split("\\.")[1] + ".";
        for (String token : List.of("x", good + "x", good.substring(1), unsigned, good.split("\\.")[1])) {
            CLOSED.forEach(route -> refused(new Rest(cast.server().base(), token), route, "application/json", "{}"));
        }
    }

    @Test
    void what_does_not_exist_is_not_found() {
        Person ann = cast.ann();
        ann.get("nothing").refused(404, "not_found");
        ann.post("auth/me", Json.of()).refused(404, "not_found");
    }

    private static void refused(Rest client, String route, String type, String body) {
        String[] call = route.split(" ");
        boolean bodiless = call[0].equals("GET") || call[0].equals("DELETE");
        client.raw(call[0], call[1], type, bodiless ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .refused(401, "unauthenticated");
    }
}
