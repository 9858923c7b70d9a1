package org.parley.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;

/** {@code bin/parley} against a running server, as scripts call it. */
@Tag("once")
class TerminalIT {
    private static final String NEW_PASSWORD = "ünusual \"and\" \\ new";

    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final String room = ann.createRoom(cast.unique("tea"));

    private record Run(int exit, String out, String error) {}

    @Test
    void accounts_are_made_listed_and_disabled() {
        String eve = cast.unique("eve");
        assertDone(run(Person.PASSWORD, "accounts", "make", eve, "--display-name", "Ève \"E\""));
        Person made = Person.signIn(ann.base(), eve, Person.PASSWORD);
        assertEquals(
                "Ève \"E\"", made.get("auth/me").expect(200).path("displayName").asText());
        assertEquals(1, made.get("auth/sessions").expect(200).path("sessions").size(), "the making leaves no session");
        assertDone(run("", "accounts", "disable", eve));
        made.get("auth/me").refused(401, "unauthenticated");
        assertRow(run("", "accounts", "list", eve, "--filter", "disabled"), eve, "disabled");
        assertDone(run("", "accounts", "enable", eve));
        assertRow(run("", "accounts", "list", eve), eve, "enabled");
        assertRefused(run(Person.PASSWORD, "accounts", "make", eve), "username_taken");
    }

    @Test
    void passwords_sessions_and_roles_are_changed() {
        assertRow(run("", "accounts", "sessions", bob.name()), "127.0.0.1", "Java-http-client");
        assertDone(run(NEW_PASSWORD, "accounts", "password", bob.name()));
        bob.get("auth/me").refused(401, "unauthenticated");
        Person back = Person.signIn(bob.base(), bob.name(), NEW_PASSWORD);
        assertDone(run("", "accounts", "admin", bob.name()));
        back.get("admin/figures").expect(200);
        assertDone(run("", "accounts", "no-admin", bob.name()));
        back.get("admin/figures").refused(403, "forbidden");
        assertDone(run("", "accounts", "sign-out", bob.name()));
        back.get("auth/me").refused(401, "unauthenticated");
        assertRefused(run("short", "accounts", "password", bob.name()), "invalid_request");
    }

    @Test
    void people_are_banned_from_rooms_and_let_in_again() {
        assertDone(run("", "bans", "add", room, bob.name(), "--reason", "too\nloud", "--for", "2h"));
        JsonNode refusal = bob.get("rooms/" + room).refused(403, "banned");
        assertTrue(refusal.path("until").isTextual());
        Run list = run("", "bans", "list", room);
        assertRow(list, bob.name(), Cast.ROOT_NAME);
        assertTrue(list.out().contains("too loud"), "what people wrote stays in its line");
        assertDone(run("", "bans", "lift", room, bob.name()));
        bob.get("rooms/" + room).expect(200);
        assertDone(run("", "bans", "add", room, bob.name()));
        assertRow(run("", "bans", "list", room), bob.name(), "for good");
        assertRefused(run("", "bans", "list", cast.unique("nowhere")), "not_found");
    }

    @Test
    void rooms_are_listed_and_given_a_password() {
        assertDone(run(NEW_PASSWORD, "rooms", "password", room));
        bob.post("rooms/" + room + "/members", Json.of("password", NEW_PASSWORD))
                .expect(201);
        cast.cem().post("rooms/" + room + "/members", Json.of()).refused(403, "wrong_room_password");
        assertRow(run("", "rooms", "list", room), room, "yes");
        assertDone(run("", "rooms", "no-password", room));
        cast.dora().join(room);
    }

    @Test
    void what_cannot_be_is_said_in_one_line_and_an_exit_code() {
        assertEquals(0, run("", "--help").exit());
        for (List<String> misused : List.of(
                List.of("nonsense"),
                List.of("accounts", "disable"),
                List.of("accounts", "disable", "one", "two"),
                List.of("accounts", "disable", "one", "--reason", "none"),
                List.of("accounts", "list", "--nonsense"),
                List.of("bans", "add", room, "bob", "--for", "ever"))) {
            Run run = run("", misused.toArray(String[]::new));
            assertEquals(2, run.exit(), misused + " " + run);
            assertEquals(1, run.error().lines().count(), run.error());
        }
        assertRefused(run("", "accounts", "disable", cast.unique("nobody")), "not_found");
        assertRefused(run("", "accounts", "disable", Cast.ROOT_NAME), "conflict");
        assertRefused(run("", "--username", ann.name(), "accounts", "list"), "invalid_credentials");
        assertRefused(run("", "--url", "http://127.0.0.1:1/", "accounts", "list"), "does not answer");
    }

    @Test
    void who_would_send_a_password_in_plain_text_over_a_network_is_warned() {
        String error = run("", "--url", "http://0.0.0.0:1/", "accounts", "list").error();
        assertTrue(error.lines().findFirst().orElse("").startsWith("parley: warning: 0.0.0.0"), error);
        for (String safe :
                List.of("https://0.0.0.0:1/", "http://localhost:1/", "http://127.0.0.1:1/", "http://[::1]:1/")) {
            assertRefused(run("", "--url", safe, "accounts", "list"), "does not answer");
        }
    }

    private Run run(String input, String... arguments) {
        List<String> command = new ArrayList<>(List.of("bin/parley"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(Map.of(
                        "PARLEY_URL",
                        ann.base().toString(),
                        "PARLEY_ADMIN_USERNAME",
                        Cast.ROOT_NAME,
                        "PARLEY_ADMIN_PASSWORD",
                        Cast.ROOT_PASSWORD,
                        "LC_ALL",
                        "C.UTF-8"));
        try {
            Process process = builder.start();
            process.outputWriter(StandardCharsets.UTF_8)
                    .append(input)
                    .append('\n')
                    .close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), out, error);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void assertDone(Run run) {
        assertEquals(0, run.exit(), run.toString());
        assertEquals(1, run.out().lines().count(), run.toString());
        assertEquals("", run.error());
    }

    /** A row has all of these values. */
    private static void assertRow(Run run, String... values) {
        assertEquals(0, run.exit(), run.toString());
        assertTrue(run.out().lines().anyMatch(line -> List.of(values).stream().allMatch(line::contains)), run.out());
    }

    private static void assertRefused(Run run, String why) {
        assertEquals(1, run.exit(), run.toString());
        assertEquals("", run.out());
        assertEquals(1, run.error().lines().count(), run.error());
        assertTrue(run.error().startsWith("parley: ") && run.error().contains(why), run.error());
        assertFalse(run.error().contains("Exception"), run.error());
    }
}
