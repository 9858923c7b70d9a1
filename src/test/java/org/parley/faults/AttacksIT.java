package org.parley.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Bystander;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Many;
import org.parley.harness.Person;
import org.parley.harness.RawSocket;
import org.parley.harness.Rest;
import org.parley.harness.RunningServer;
import org.parley.harness.SharedServer;
import org.parley.harness.TestDatabase;

/**
 * During an attack, the server still serves other people. It has the usual limits, except for the messages of one room,
 * so that the room fills quickly. Each attacker has a separate address. A hash takes as long as in earnest: with the first
 * JIT compiler only, hashing is several times slower, so it needs less memory.
 */
@Tag("once")
class AttacksIT {
    private static final RunningServer server = RunningServer.prepare(
                    "attacks", SharedServer.folder("attacks"), TestDatabase.fresh())
            .set("PARLEY_RATE_LIMITS", "on")
            .set("PARLEY_TRUSTED_PROXIES", "127.0.0.1")
            .set("PARLEY_PASSWORD_MEMORY", "4096")
            .set("PARLEY_LIMITS_MESSAGE_ROOM", "100000/0.001");

    private static final int SMALL_BUFFER = 4096;

    /** People that several attacks use, because a registration here costs as much as in earnest. */
    private static final List<Person> crowd = new ArrayList<>();

    private static Cast cast;
    private static Person ann;
    private static Person bob;
    private static String room;
    private static String library;
    private static int attackers;
    /** In KiB, before anything of the test's attack. */
    private static long heap;

    /** A server that failed under one attack does not get another. */
    @BeforeEach
    void a_server_and_two_people_who_talk() {
        if (!server.alive()) {
            start();
        }
        heap = Measured.heap(server);
    }

    private static void start() {
        server.start();
        cast = new Cast(server);
        ann = cast.ann();
        bob = cast.bob();
        room = ann.createRoom(cast.unique("tea"));
        bob.join(room);
        library = null;
        crowd.clear();
    }

    /** A server that has withstood them still stops cleanly, and tells its sockets that it does. */
    @AfterAll
    static void the_server_stops() {
        if (!server.alive()) {
            return;
        }
        try (LiveSocket rooms = ann.socket();
                LiveSocket conversations = ann.privateSocket()) {
            rooms.join(room);
            server.stop();
            for (LiveSocket closed : List.of(rooms, conversations)) {
                int code = closed.closeCode();
                assertTrue(code == 1012 || code == 1001, "closed with " + code);
            }
        } finally {
            server.close();
        }
    }

    /** A person at an address that nobody else uses. */
    private static Rest stranger() {
        attackers++;
        return new Rest(server.base(), null, "203.0.113." + attackers);
    }

    private static Person attacker() {
        Rest client = stranger();
        return Person.register(client, cast.unique("eve" + attackers));
    }

    private static List<Person> crowd(int size) {
        while (crowd.size() < size) {
            crowd.add(attacker());
        }
        return crowd.subList(0, size);
    }

    private static void endure(Attack attack) throws IOException {
        try (attack;
                Bystander bystander = new Bystander(ann, bob, room)) {
            attack.on(bystander);
            Duration slowest = bystander.assertServed();
            Measured.print(
                    attack.tries() + " tries; the slowest step of a bystander took " + slowest.toMillis() + " ms");
            Measured.assertBounded(heap, Measured.heap(server));
            assertTrue(server.alive());
            assertEquals(200, cast.stranger().get("health").status());
        } catch (AssertionError | RuntimeException failed) {
            server.close();
            throw failed;
        }
    }

    /** Sorting them takes quadratic time. */
    @Test
    void combining_marks_in_what_strangers_and_members_send() throws Exception {
        String marks = "a" + "\u0300".repeat(30_500) + "\u0323".repeat(30_500);
        Rest stranger = stranger();
        Person eve = attacker();
        endure(new Attack()
                .with(
                        6,
                        () -> stranger.post(
                                "auth/register",
                                Json.of("username", "eve", "password", Person.PASSWORD, "displayName", marks)),
                        () -> stranger.post("auth/login", Json.of("username", eve.name(), "password", marks)),
                        () -> eve.post("rooms/main/messages", Json.of("clientId", Person.newId(), "body", marks))));
    }

    @Test
    @Tag("thorough")
    void pings_whose_answers_nobody_reads() throws Exception {
        Person eve = attacker();
        Attack attack = new Attack();
        for (int i = 0; i < 4; i++) {
            RawSocket deaf = RawSocket.open(eve, SMALL_BUFFER);
            attack.hold(deaf).with(1, () -> ping(deaf));
        }
        endure(attack);
    }

    private static void ping(RawSocket deaf) throws Attack.Over {
        if (deaf.pings(1000, 0).broken()) {
            throw new Attack.Over();
        }
    }

    @Test
    void catching_up_with_long_messages_and_reading_nothing() throws Exception {
        longMessages();
        Attack attack = new Attack();
        for (int i = 0; i < 2; i++) {
            Person eve = attacker();
            for (int j = 0; j < Attack.upTo(60); j++) {
                attack.hold(RawSocket.open(eve, SMALL_BUFFER)
                        .text(Json.of("type", "join_room", "room", library, "since", 0)
                                .toString()));
            }
        }
        endure(attack);
    }

    @Test
    @Tag("thorough")
    void long_answers_that_nobody_reads() throws Exception {
        String path = "api/rooms/" + longMessages() + "/messages?limit=200";
        Attack attack = new Attack();
        for (int i = 0; i < 4; i++) {
            Person eve = attacker();
            for (int j = 0; j < 16; j++) {
                attack.hold(RawSocket.asking(eve, path, SMALL_BUFFER));
            }
        }
        endure(attack);
    }

    /** A room full of long messages. */
    private static String longMessages() {
        if (library == null) {
            library = attacker().createRoom(cast.unique("library"));
            for (Person writer : crowd(Attack.upTo(20))) {
                writer.join(library);
                Many.say(writer, library, 10, "\ud83d\ude00".repeat(8000));
            }
        }
        return library;
    }

    @Test
    void passwords_of_rooms_and_people_to_be_hashed() throws Exception {
        Person eve = attacker();
        endure(new Attack()
                .with(
                        20,
                        () -> eve.post(
                                "rooms",
                                Json.of(
                                        "name",
                                        "vault-" + Person.newId(),
                                        "visibility",
                                        "public",
                                        "password",
                                        Person.PASSWORD)),
                        eve::elsewhere,
                        () -> eve.put("auth/password", Json.of("current", "a wrong one", "password", "another one"))));
    }

    /**
     * No queue holds them. The heap grows by 25 to 55 MiB: hashes, buffers, and the statements that look for names.
     */
    @Test
    @Tag("thorough")
    void messages_that_name_five_hundred_people_each() throws Exception {
        String names =
                IntStream.range(0, 500).mapToObj(i -> "@u" + (10_000 + i)).collect(Collectors.joining(" "));
        Attack attack = new Attack();
        for (Person eve : crowd(18)) {
            String square = eve.createRoom("square-of-" + eve.name());
            attack.with(1, () -> sayOften(eve, square, names));
        }
        endure(attack);
    }

    private static void sayOften(Person person, String square, String body) {
        try (LiveSocket socket = person.socket()) {
            ArrayNode frames = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < 10; i++) {
                frames.add(Many.frame(square, body).put("ref", i));
            }
            socket.send(frames);
            socket.await("the last answer", frame -> frame.path("ref").asInt() == 9);
        }
    }

    @Test
    @Tag("thorough")
    void asking_again_and_again_what_was_missed_and_reading_nothing() throws Exception {
        Person eve = attacker();
        for (Person writer : crowd(10)) {
            writer.write(eve, "hello");
        }
        ArrayNode asking = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 200; i++) {
            asking.add(Json.of("type", "catch_up", "since", Json.of()));
        }
        Attack attack = new Attack();
        for (int i = 0; i < 20; i++) {
            attack.hold(RawSocket.openPrivate(eve, SMALL_BUFFER).text(asking.toString()));
        }
        endure(attack);
    }

    @Test
    @Tag("thorough")
    void changes_without_end() throws Exception {
        Person eve = attacker();
        String own = eve.createRoom(cast.unique("cellar"));
        endure(new Attack()
                .with(
                        5,
                        () -> eve.patch("rooms/" + own, Json.of("topic", Person.newId())),
                        () -> eve.createRoom("cellar-" + Person.newId()),
                        () -> eve.post("rooms/" + own + "/invites", Json.of()),
                        () -> eve.post("auth/live-ticket", Json.of())));
    }

    @Test
    @Tag("thorough")
    void strangers_who_ask_for_what_needs_the_rooms_lock() throws Exception {
        Person eve = attacker();
        endure(new Attack()
                .with(
                        10,
                        () -> eve.post("rooms/" + room + "/bans", Json.of("username", bob.name())),
                        () -> eve.delete("rooms/" + room + "/members/" + bob.name()),
                        () -> eve.patch("rooms/" + room + "/members/" + bob.name(), Json.of("role", "owner")),
                        () -> eve.delete("rooms/" + room)));
    }
}
