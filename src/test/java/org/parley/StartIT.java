package org.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LimitedServer;
import org.parley.harness.Person;
import org.parley.harness.Rest;
import org.parley.harness.RunningServer;
import org.parley.harness.SharedServer;
import org.parley.harness.Waiting;

/** What {@code bin/run} promises to the people who start it. */
@Tag("embedded")
class StartIT {

    @Test
    void the_code_in_the_log_makes_one_administrator() {
        theFirstAdministratorIsMadeOnceWithTheCodeInTheLog(
                LimitedServer.get().cast().server());
    }

    @Test
    void what_a_container_platform_sets_is_a_warning() {
        String log = log(LimitedServer.get().cast().server());
        assertTrue(log.contains("Ignoring the environment variable PARLEY_SERVICE_HOST"), log);
    }

    /** {@code HaltIT} asks this of a server that was killed. */
    @Test
    @Tag("thorough")
    void what_was_written_outlives_a_stop_and_the_next_start_has_no_code() {
        Map<String, String> nobody = Map.of("PARLEY_ADMIN_USERNAME", "", "PARLEY_ADMIN_PASSWORD", "");
        try (RunningServer server = RunningServer.prepare("start", SharedServer.folder("start"), nobody)) {
            server.start();
            theFirstAdministratorIsMadeOnceWithTheCodeInTheLog(server);
            Person ann = new Cast(server).ann();
            server.stop();
            server.set("PARLEY_PASSWORD_MEMORY", "128").start();
            assertEquals(200, ann.get("auth/me").status(), "a token is good across a stop");
            assertEquals(1, log(server).split("with the code ").length - 1, "the next start has no code");
            assertEquals(
                    ann.name(),
                    ann.elsewhere().get("auth/me").expect(200).path("username").asText());
        }
    }

    private static void theFirstAdministratorIsMadeOnceWithTheCodeInTheLog(RunningServer server) {
        Rest anybody = new Rest(server.base(), null);
        assertTrue(anybody.get("setup").expect(200).path("needed").asBoolean());
        Matcher code = Pattern.compile("with the code ([a-z0-9-]{23})").matcher(log(server));
        assertTrue(code.find(), "the log has a code");
        String link = server.base() + "#/setup/" + code.group(1);
        // The watcher prints this when the server is ready, which it checks itself.
        Waiting.until(
                "the link is printed", Duration.ofSeconds(20), () -> log(server).contains(link));
        setUp(anybody, "wrong", "first").refused(403, "forbidden");
        setUp(anybody, null, "first").refused(400, "invalid_request");
        List<CompletableFuture<Answer>> both = Stream.of("first", "second")
                .map(name -> CompletableFuture.supplyAsync(() -> setUp(anybody, code.group(1), name)))
                .toList();
        List<Integer> statuses =
                both.stream().map(answer -> answer.join().status()).sorted().toList();
        assertEquals(List.of(201, 403), statuses, "two at once make one");
        JsonNode session = both.stream()
                .map(CompletableFuture::join)
                .filter(answer -> answer.status() == 201)
                .findFirst()
                .orElseThrow()
                .json();
        assertEquals("admin", session.path("user").path("role").asText());
        assertFalse(anybody.get("setup").expect(200).path("needed").asBoolean());
        setUp(anybody, code.group(1), "third").refused(403, "forbidden");
    }

    private static Answer setUp(Rest anybody, String code, String username) {
        return anybody.post(
                "setup", Json.of("code", code, "username", username, "password", Person.PASSWORD, "cookie", false));
    }

    @Test
    @Tag("thorough")
    void a_bad_setting_ends_the_start_with_one_clear_line() throws Exception {
        RunningServer server = RunningServer.prepare(
                "start-refused", SharedServer.folder("start-refused"), Map.of("PARLEY_RATE_LIMITS", "maybe"));
        Process process = server.launch();
        assertTrue(process.waitFor(3, TimeUnit.MINUTES), "it ends");
        assertNotEquals(0, process.exitValue());
        String line = "Parley did not start: Setting parley.rate.limits must be on or off.";
        // The watcher prints this when the process is gone.
        Waiting.until("it says why", Duration.ofSeconds(10), () -> log(server).contains(line));
    }

    @Test
    void it_listens_where_it_was_told_and_nowhere_else() throws Exception {
        RunningServer server = SharedServer.get();
        List<String> listening = listening(server.pid());
        assertEquals(1, listening.size(), "listening: " + listening);
        assertTrue(listening.get(0).contains("127.0.0.1") && listening.get(0).endsWith(":" + server.port()));
    }

    @Test
    void the_servers_own_readiness_asks_the_application() {
        Cast cast = Cast.onSharedServer();
        var ready = cast.server().get("health/ready");
        assertTrue(ready.contains("\"parley\""), ready);
        assertFalse(ready.contains("DOWN"), ready);
    }

    private static String log(RunningServer server) {
        try {
            return Files.readString(server.log(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The addresses at which a process accepts TCP connections. */
    private static List<String> listening(long pid) throws Exception {
        Process ss = new ProcessBuilder("ss", "-Hltnp").start();
        String all = new String(ss.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return all.lines()
                .filter(line -> line.contains("pid=" + pid + ","))
                .map(line -> line.trim().split("\\s+")[3])
                .toList();
    }
}
