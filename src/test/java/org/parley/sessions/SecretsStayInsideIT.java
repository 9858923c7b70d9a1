package org.parley.sessions;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;

/** No token, ticket or password appears in the server's log. */
@Tag("once")
class SecretsStayInsideIT {
    private static final int TIMES = 30;

    private final Cast cast = Cast.onSharedServer();

    @Test
    void no_token_no_ticket_and_no_password_is_in_the_log() throws IOException {
        assumeTrue(Files.exists(cast.server().log()), "the log of a server that ran already is elsewhere");
        Person ann = cast.ann();
        List<String> secrets = new ArrayList<>(List.of(Person.PASSWORD, "wrong-" + Person.PASSWORD));
        for (int i = 0; i < TIMES; i++) {
            Person device = ann.elsewhere();
            String ticket = device.post("auth/live-ticket", Json.of())
                    .expect(201)
                    .path("ticket")
                    .asText();
            LiveSocket.open(cast.stranger(), "live/rooms?ticket=" + ticket).close();
            cast.stranger().get("live?ticket=" + ticket).refused(401, "unauthenticated");
            cast.stranger()
                    .post("auth/login", Json.of("username", ann.name(), "password", "wrong-" + Person.PASSWORD))
                    .refused(401, "invalid_credentials");
            secrets.addAll(List.of(ticket, device.token(), device.refreshToken()));
            device.refresh();
            secrets.addAll(List.of(device.token(), device.refreshToken()));
        }
        String log = Files.readString(cast.server().log(), StandardCharsets.UTF_8);
        for (String secret : secrets) {
            assertFalse(log.contains(secret), "the log has " + secret);
        }
    }
}
