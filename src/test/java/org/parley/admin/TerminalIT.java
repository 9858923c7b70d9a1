package org.parley.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.admin.BinParley.Run;
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

    private final BinParley parley = new BinParley(Map.of(
            "PARLEY_URL",
            ann.base().toString(),
            "PARLEY_ADMIN_USERNAME",
            Cast.ROOT_NAME,
            "PARLEY_ADMIN_PASSWORD",
            Cast.ROOT_PASSWORD));

    @Test
    void the_script_takes_arguments_and_input_and_ends_with_the_exit_code() {
        String eve = cast.unique("eve");
        assertDone(parley.script(NEW_PASSWORD, "accounts", "make", eve, "--display-name", "Ève \"E\""));
        Person made = Person.signIn(ann.base(), eve, NEW_PASSWORD);
        assertEquals(
                "Ève \"E\"", made.get("auth/me").expect(200).path("displayName").asText());
        assertRow(run("", "accounts", "list", eve), eve, "Ève \"E\"");
        assertRefused(run("short", "accounts", "password", eve), "invalid_request");
        assertMisused(parley.script("", "accounts", "disable"), "something is missing: NAME");
    }

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
    @Tag("thorough")
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
    @Tag("thorough")
    void rooms_are_listed_and_given_a_password() {
        assertDone(run(NEW_PASSWORD, "rooms", "password", room));
        bob.post("rooms/" + room + "/members", Json.of("password", NEW_PASSWORD))
                .expect(201);
        Person cem = cast.cem();
        cem.post("rooms/" + room + "/members", Json.of()).refused(403, "wrong_room_password");
        assertRow(run("", "rooms", "list", room), room, "yes");
        String unnamed = ann.post("rooms", Json.of("visibility", "private", "members", List.of(bob.name(), cem.name())))
                .expect(201)
                .path("id")
                .asText();
        assertRow(run("", "rooms", "list", unnamed), unnamed, "private");
        assertDone(run("", "rooms", "no-password", room));
        cast.dora().join(room);
    }

    @Test
    @Tag("thorough")
    void what_cannot_be_is_said_in_one_line_and_an_exit_code() {
        assertEquals(0, run("", "--help").exit());
        for (List<String> misused : List.of(
                List.of("nonsense"),
                List.of("accounts", "disable"),
                List.of("accounts", "disable", "one", "two"),
                List.of("accounts", "disable", "one", "--reason", "none"),
                List.of("accounts", "list", "--nonsense"),
                List.of("accounts", "list", "--filter"),
                List.of("accounts"),
                List.of("accounts", "nonsense"),
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
    @Tag("thorough")
    void who_would_send_a_password_in_plain_text_over_a_network_is_warned() {
        String error = run("", "--url", "http://0.0.0.0:1/", "accounts", "list").error();
        assertTrue(error.lines().findFirst().orElse("").startsWith("parley: warning: 0.0.0.0"), error);
        for (String safe :
                List.of("https://0.0.0.0:1/", "http://localhost:1/", "http://127.0.0.1:1/", "http://[::1]:1/")) {
            assertRefused(run("", "--url", safe, "accounts", "list"), "does not answer");
        }
    }

    @Test
    void what_is_missing_or_wrong_is_named() {
        assertMisused(run("", "bans", "add", room), "something is missing: NAME");
        assertMisused(run("", "bans", "add"), "something is missing: ROOM");
        assertMisused(run("", "accounts", "list", "--filter"), "--filter needs a value");
        assertMisused(run("", "accounts", "disable", "one", "two"), "there is a word too many: 'two'");
        assertMisused(run("", "rooms", "paint"), "there is no command 'paint' here");
        assertMisused(run("", "rooms", "list", "--\033[2J"), "there is no option -- [2J here");
    }

    @Test
    @Tag("thorough")
    void options_take_their_value_after_an_equals_sign_as_well_and_the_last_one_counts() {
        String eve = cast.unique("eve");
        assertDone(run(Person.PASSWORD, "accounts", "make", eve, "--display-name=Eve = E"));
        assertRow(run("", "accounts", "list", "--filter=all", eve), eve, "Eve = E");
        assertRow(run("", "--url=http://127.0.0.1:1/", "accounts", "list", eve, "--url=" + ann.base()), eve);
        assertRefused(run("", "accounts", "list", "--username=" + ann.name()), "invalid_credentials");
    }

    @Test
    @Tag("thorough")
    void no_argument_is_taken_for_the_name_of_a_file() {
        Run run = run("", "accounts", "list", "@src/test/resources");
        assertEquals(0, run.exit(), run.toString());
        assertEquals(1, run.out().lines().count(), "nobody is called that");
    }

    @Test
    @Tag("thorough")
    void it_tells_its_version_and_the_help_of_each_command() throws IOException {
        Run version = parley.script("", "--version");
        assertEquals(0, version.exit());
        assertEquals(
                "parley "
                        + Files.readString(Path.of("target/classes/parley-version.txt"))
                                .strip(),
                version.out().strip());
        Run help = run("", "bans", "add", "--help");
        assertEquals(0, help.exit());
        assertTrue(help.out().contains("--reason=TEXT"), help.out());
        String all = run("", "--help").out();
        for (String command : List.of("accounts make NAME", "bans add ROOM NAME", "rooms no-password ROOM")) {
            assertTrue(all.contains(command), all);
        }
        assertEquals(2, run("").exit());
    }

    @Test
    void a_shell_completes_commands_options_and_values() {
        Run completion = parley.script("", "completion");
        assertEquals(0, completion.exit(), completion.error());
        String script = completion.out();
        assertTrue(completed(script, "parley", "").containsAll(List.of("accounts", "bans", "rooms", "completion")));
        assertEquals(List.of("sessions", "sign-out"), completed(script, "parley", "accounts", "s"));
        assertEquals(List.of("admin", "disabled"), completed(script, "parley", "accounts", "list", "--filter", ""));
        assertTrue(
                completed(script, "parley", "bans", "add", "--").containsAll(List.of("--reason", "--until", "--for")));
    }

    /** What bash offers at the last of these words; outside of a terminal it warns that it completes nothing now. */
    private List<String> completed(String script, String... words) {
        String offering = "source /dev/stdin && COMP_WORDS=(\"$@\") COMP_CWORD=$(($# - 1))"
                + " && _complete_parley 2>/dev/null; printf '%s\\n' \"${COMPREPLY[@]}\"";
        List<String> command = new ArrayList<>(List.of("bash", "-c", offering, "bash"));
        command.addAll(List.of(words));
        Run run = parley.execute(script, command);
        assertEquals("", run.error());
        return run.out().lines().map(String::strip).sorted().toList();
    }

    @Test
    void another_server_at_the_address_is_told_from_parley() throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        other.createContext("/", exchange -> {
            byte[] page = "<html>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        other.start();
        try {
            String url = "http://127.0.0.1:" + other.getAddress().getPort();
            assertRefused(run("", "--url", url, "accounts", "list"), "answered 200; is this Parley's address?");
        } finally {
            other.stop(0);
        }
    }

    /** Within this process, because most of what a command does needs no JVM of its own. */
    private Run run(String input, String... arguments) {
        return parley.run(input, arguments);
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

    private static void assertMisused(Run run, String why) {
        assertEquals(2, run.exit(), run.toString());
        assertEquals("parley: " + why + "; see bin/parley --help", run.error().strip());
    }

    private static void assertRefused(Run run, String why) {
        assertEquals(1, run.exit(), run.toString());
        assertEquals("", run.out());
        assertEquals(1, run.error().lines().count(), run.error());
        assertTrue(run.error().startsWith("parley: ") && run.error().contains(why), run.error());
        assertFalse(run.error().contains("Exception"), run.error());
    }
}
