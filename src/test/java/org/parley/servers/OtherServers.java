package org.parley.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;
import org.parley.harness.Rest;

/** What must work on every application server. {@code bin/test-servers} starts one and passes its address. */
class OtherServers {
    private final URI base = URI.create(System.getProperty("parley.address"));

    @Test
    void people_sign_in_talk_and_read_what_was_said() {
        Person ann = Person.register(base, "ann");
        Person bob = Person.register(base, "bob");
        try (LiveSocket annSocket = ann.socket();
                LiveSocket bobSocket = bob.socket()) {
            annSocket.join("main");
            bobSocket.join("main");
            JsonNode said = annSocket.say("main", "hello");
            JsonNode heard = bobSocket.await("new_message").path("message");
            assertEquals(said, heard);
            bobSocket.say("main", "hello yourself");
            assertEquals(
                    "hello yourself",
                    annSocket.await("new_message").path("message").path("body").asText());
        }
        Person cem = Person.register(base, "cem");
        JsonNode history = cem.get("rooms/main/messages").expect(200).path("messages");
        assertEquals(
                List.of("hello", "hello yourself"),
                StreamSupport.stream(history.spliterator(), false)
                        .map(message -> message.path("body").asText())
                        .toList());
        assertEquals(
                "bob",
                bob.elsewhere().get("auth/me").expect(200).path("username").asText());
    }

    @Test
    void the_page_can_be_kept_and_installed() {
        Answer worker = page("worker.js");
        assertEquals(Optional.of("no-cache"), worker.header("Cache-Control"));
        assertTrue(worker.header("Content-Type").orElse("").startsWith("text/javascript"), worker.toString());
        String build = page("").header("Parley-Build").orElse("none");
        assertTrue(worker.text().startsWith("self.shell = {\"build\":\"" + build + "\""), worker.toString());
        assertEquals(
                Optional.of("application/manifest+json"),
                page("app/manifest.webmanifest").header("Content-Type"));
    }

    @Test
    void a_caller_without_an_account_gets_nothing() {
        Person gone = Person.register(base, "gone");
        gone.post("auth/logout", Json.of()).expect(204);
        assertEquals(
                "unauthenticated", gone.get("rooms").expect(401).path("code").asText());
    }

    private Answer page(String path) {
        return new Rest(base, null)
                .send(HttpRequest.newBuilder(base.resolve(path)).build());
    }
}
