package org.parley.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;
import org.parley.harness.RunningServer;
import org.parley.harness.SharedServer;
import org.parley.harness.TestDatabase;
import org.parley.harness.Waiting;

/** Whatever happens to the index, the server starts and people chat, and after a while everything is found again. */
@Tag("long")
@Tag("once")
class BrokenIndexIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int KILLS = 4;
    private static final int STEPS = 150;

    private final Path data = SharedServer.folder("search");
    private final Path folder = data.resolve("search");
    private final RunningServer server =
            RunningServer.prepare("search", data, TestDatabase.fresh()).start();
    private final Cast cast = new Cast(server);
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final Random random = new Random(5);
    private final List<String> rooms = new ArrayList<>();
    private boolean mounted;

    @AfterEach
    void end() throws Exception {
        server.close();
        if (mounted) {
            shell("umount -l " + folder.toAbsolutePath());
        }
    }

    @Test
    void after_changes_removals_and_kills_everybody_finds_what_they_may_read_once() {
        for (int i = 0; i < 3; i++) {
            rooms.add(ann.createRoom(cast.unique("room" + i)));
            bob.join(rooms.get(i));
        }
        ann.patch("rooms/" + rooms.get(2), Json.of("visibility", "private")).expect(200);
        for (int kill = 0; kill < KILLS; kill++) {
            for (int i = 0; i < STEPS; i++) {
                step();
            }
            if (kill % 2 == 0) {
                server.kill();
            } else {
                server.stop();
            }
            server.start();
            ann.refresh();
            bob.refresh();
            compare();
        }
        ann.delete("rooms/" + rooms.get(2) + "/members/" + bob.name()).expect(204);
        bob.get("search?room=" + rooms.get(2)).refused(404, "not_found");
        assertEquals(List.of(), found(bob, "q=private&"));
        ann.delete("rooms/" + rooms.get(1)).expect(204);
        rooms.remove(1);
        compare(ann);
    }

    private void step() {
        String room = rooms.get(random.nextInt(rooms.size()));
        Person who = random.nextBoolean() ? ann : bob;
        long head = ann.get("rooms/" + room).expect(200).path("head").asLong();
        String message = "rooms/" + room + "/messages/" + (1 + random.nextInt((int) head + 1));
        // Some are not there, or belong to the other: then nothing happens.
        switch (random.nextInt(4)) {
            case 0 -> who.patch(message, Json.of("body", text(room)));
            case 1 -> who.delete(message);
            default -> who.post(room, text(room));
        }
    }

    private String text(String room) {
        return (room.equals(rooms.get(rooms.size() - 1)) ? "private" : "public") + " tea" + random.nextInt(20);
    }

    private void compare() {
        compare(ann);
        compare(bob);
    }

    private void compare(Person reader) {
        awaitIndex(reader);
        for (String room : rooms) {
            Waiting.until("all of the room is found", SOON, () -> found(reader, "room=" + room + "&")
                    .equals(stored(reader, room, "")));
            for (int i = 0; i < 20; i++) {
                String word = "tea" + i;
                assertEquals(
                        stored(reader, room, word), found(reader, "room=" + room + "&q=%22" + word + "%22&"), word);
            }
        }
    }

    /** The numbers of the messages that are not deleted, with this word, the newest first. */
    private static List<Long> stored(Person reader, String room, String word) {
        List<Long> numbers = new ArrayList<>();
        long after = 0;
        boolean more = true;
        while (more) {
            JsonNode page = reader.get("rooms/" + room + "/messages?limit=200&after=" + after)
                    .expect(200);
            for (JsonNode message : page.path("messages")) {
                after = message.path("seq").asLong();
                boolean text = message.path("kind").asText().equals("text")
                        && !message.path("deleted").asBoolean();
                if (text && (message.path("body").asText() + " ").contains(word.isEmpty() ? "" : word + " ")) {
                    numbers.add(0, after);
                }
            }
            more = page.path("hasAfter").asBoolean();
        }
        return numbers;
    }

    private static List<Long> found(Person reader, String query) {
        List<Long> numbers = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    reader.get("search?" + query + "limit=200&cursor=" + cursor).expect(200);
            page.path("hits").forEach(hit -> numbers.add(hit.at("/message/seq").asLong()));
            cursor = page.path("next").asText();
        } while (!cursor.equals("null"));
        return numbers;
    }

    private void awaitIndex(Person reader) {
        Waiting.until("the index is complete", SOON, () -> {
            Answer answer = reader.get("search?q=a");
            return answer.status() == 200
                    && answer.json().at("/index/state").asText().equals("ready");
        });
    }

    @Test
    void without_its_folder_or_with_a_broken_one_people_chat_and_search_comes_back() throws IOException {
        String room = ann.createRoom(cast.unique("tea"));
        ann.post(room, "first needle");
        awaitHits(room, 1);
        server.stop();
        breakFiles();
        restart();
        awaitHits(room, 1);
        server.kill();
        remove();
        Files.writeString(folder, "no folder");
        restart();
        ann.post(room, "second needle");
        Waiting.until(
                "search is unavailable", SOON, () -> ann.get("search?q=needle").status() == 503);
        ann.get("search?q=needle").refused(503, "unavailable");
        JsonNode health = ann.get("health").expect(200);
        assertEquals("UP", health.path("status").asText());
        assertEquals("DOWN", health.at("/checks/search").asText());
        Files.delete(folder);
        awaitHits(room, 2);
        assertEquals("UP", ann.get("health").expect(200).at("/checks/search").asText());
        String log = Files.readString(server.log());
        assertEquals(2, log.split("The index of the search in", -1).length, "one line for the broken one");
        assertEquals(2, log.split("Nobody can search", -1).length, "one line for the missing one");
        assertTrue(!log.contains("at org.apache.lucene"), "and no trace");
    }

    @Test
    void while_its_disk_is_full_people_chat_and_search_comes_back_with_room_on_it() throws Exception {
        String room = ann.createRoom(cast.unique("tea"));
        ann.post(room, "first needle");
        server.stop();
        remove();
        Files.createDirectory(folder);
        mounted = shell("mount -t tmpfs -o size=4m tmpfs " + folder.toAbsolutePath()) == 0;
        assumeTrue(mounted, "mounting is not allowed here");
        restart();
        awaitHits(room, 1);
        Path ballast = folder.resolve("ballast");
        fill(ballast);
        Waiting.until("search is unavailable", SOON, () -> {
            ann.post(room, "another");
            return ann.get("search?q=needle").status() == 503;
        });
        ann.post(room, "second needle");
        Files.delete(ballast);
        awaitHits(room, 2);
        String log = Files.readString(server.log());
        assertEquals(2, log.split("Nobody can search", -1).length, "one line");
    }

    /** Permissions do not bind root, and tests often run as root. A disk that is mounted so binds everybody. */
    @Test
    void while_its_disk_is_read_only_people_chat_and_search_comes_back_when_it_is_not() throws Exception {
        String room = ann.createRoom(cast.unique("tea"));
        ann.post(room, "first needle");
        awaitHits(room, 1);
        server.stop();
        remove();
        Files.createDirectory(folder);
        mounted = shell("mount -t tmpfs -o size=4m,ro tmpfs " + folder.toAbsolutePath()) == 0;
        assumeTrue(mounted, "mounting is not allowed here");
        restart();
        ann.post(room, "second needle");
        Waiting.until(
                "search is unavailable", SOON, () -> ann.get("search?q=needle").status() == 503);
        assertEquals("DOWN", ann.get("health").expect(200).at("/checks/search").asText());
        assertEquals(0, shell("mount -o remount,rw " + folder.toAbsolutePath()));
        awaitHits(room, 2);
        assertEquals("UP", ann.get("health").expect(200).at("/checks/search").asText());
        String log = Files.readString(server.log());
        assertEquals(2, log.split("Nobody can search", -1).length, "one line");
    }

    private static void fill(Path ballast) throws IOException {
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(new byte[1 << 10]);
            }
        } catch (IOException full) {
            assertTrue(Files.size(ballast) > 1 << 20, "filled");
        }
    }

    private static int shell(String command) throws IOException, InterruptedException {
        return new ProcessBuilder("bash", "-c", command).inheritIO().start().waitFor();
    }

    private void restart() {
        server.start();
        ann.refresh();
    }

    private void awaitHits(String room, int hits) {
        Waiting.until(hits + " are found", SOON, () -> {
            Answer answer = ann.get("search?q=needle&room=" + room);
            return answer.status() == 200 && answer.json().path("hits").size() == hits;
        });
    }

    private void breakFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                byte[] octets = Files.readAllBytes(file);
                if (octets.length > 0) {
                    octets[octets.length / 2] ^= 0x55;
                }
                Files.write(file, octets);
            }
        }
    }

    private void remove() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
