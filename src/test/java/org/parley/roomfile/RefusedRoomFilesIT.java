package org.parley.roomfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.parley.faults.Breakable;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;
import org.parley.harness.Rest;
import org.parley.harness.RunningServer;
import org.parley.harness.Uploads;
import org.parley.harness.Waiting;

/** Files that no room can be made of, and an import that is killed. No row and no file of them remains. */
@Tag("embedded")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedRoomFilesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PICTURE = "6f9619ff-8b86-4011-b42d-00cf4fc964ff";

    private final Breakable broken = Breakable.get();
    private final RunningServer server = broken.server();
    private Person ann;
    private TreeSet<String> files;

    @BeforeAll
    void a_server_with_a_room() {
        Cast cast = new Cast(server);
        ann = cast.ann();
        String room = ann.createRoom(cast.unique("tea"));
        Uploads.post(ann, room, "hello", Uploads.id(ann, "a.txt", "hello"));
        files = files();
    }

    @Test
    void a_file_that_is_wrong_is_refused_and_leaves_no_room_and_no_file() {
        JsonNode rooms = ann.get("rooms").expect(200);
        refuse();
        Waiting.until("no file is left", PATIENCE, () -> files().equals(files));
        assertEquals(rooms, ann.get("rooms").expect(200));
    }

    @Test
    @Tag("thorough")
    void no_row_of_a_refused_or_killed_import_remains() throws Exception {
        server.stop();
        Map<String, Long> rows = rows();
        server.start();
        refuse();
        Waiting.until("no file is left", PATIENCE, () -> files().equals(files));
        // What the next start would remove does not count.
        server.kill();
        assertEquals(rows, rows());
        server.start();
        CompletableFuture<?> unanswered = CompletableFuture.runAsync(() -> {
            try {
                RoomFiles.send(ann, slow(), null);
            } catch (Rest.Unanswered killed) {
                assertFalse(server.alive());
            }
        });
        Waiting.until(
                "the import is at work",
                PATIENCE,
                () -> files().stream().filter(this::kept).count() > 1);
        server.kill();
        unanswered.join();
        assertEquals(rows.get("ROOM") + 1, rows().get("ROOM"));
        server.start();
        sweepAnotherRoom();
        server.stop();
        assertEquals(rows, rows());
        server.start();
        RoomFiles.send(ann, slow(), null).expect(201);
    }

    /** Deleted rooms are swept one after the other. When this one is, the room of the killed import is gone, too. */
    private void sweepAnotherRoom() {
        String bin = ann.createRoom("bin");
        Uploads.post(ann, bin, "", Uploads.id(ann, "a.txt", "hello"));
        ann.delete("rooms/" + bin).expect(204);
        Waiting.until("no file is left", PATIENCE, () -> files().equals(files));
    }

    /** A file of its own shows that the room is begun, and then there are many messages. */
    private byte[] slow() {
        Map<String, byte[]> entries = RoomFiles.entries(RoomFiles.large("long-talk", 20_000));
        String log = RoomFiles.text(entries.get("log.ndjson"));
        int first = log.indexOf('\n');
        entries.put("log.ndjson", RoomFiles.text(withFile(Json.read(log.substring(0, first))) + log.substring(first)));
        entries.put("files/" + PICTURE, Uploads.png(3, 2));
        return RoomFiles.zip(entries);
    }

    private static String withFile(JsonNode line) {
        ObjectNode changed = line.deepCopy();
        ((ObjectNode) changed.path("message")).putArray("attachments").add(Json.of("id", PICTURE, "name", "p.png"));
        return changed.toString();
    }

    private boolean kept(String file) {
        return !file.contains("imports");
    }

    private void refuse() {
        refusedLog("a number twice", RoomFiles.line(1, "x") + "\n" + RoomFiles.line(1, "y"));
        refusedLog("a number is missing", RoomFiles.line(1, "x") + "\n" + RoomFiles.line(3, "y"));
        refusedLog("numbers fall", RoomFiles.line(2, "x") + "\n" + RoomFiles.line(1, "y"));
        refusedLog("the end is missing", RoomFiles.line(1, "x").toString());
        refusedLog("no JSON", RoomFiles.line(1, "x") + "\nhello");
        refusedLog("a list", RoomFiles.line(1, "x") + "\n[]");
        refusedLog("a control character", second(said -> said.put("body", "a\u0007b")));
        refusedLog("too long", second(said -> said.put("body", "x".repeat(8001))));
        refusedLog("empty", second(said -> said.put("body", " ")));
        refusedLog("half a letter", second(said -> said.put("body", "HALF")).replace("HALF", "\\ud800"));
        refusedLog("a kind", second(said -> said.put("kind", "song")));
        refusedLog("no time", second(said -> said.remove("createdAt")));
        refusedLog("a time to come", second(said -> said.put("createdAt", "2999-01-01T00:00:00.000Z")));
        refusedLog("a reply to nothing", second(said -> said.set("replyTo", Json.of("seq", 2))));
        refusedLog("a bad name", second(said -> said.set("sender", Json.of("displayName", "a\u202eb"))));
        refusedLog("no sender", second(said -> said.remove("sender")));
        refusedLog("no emoji", second(said -> said.putArray("reactions").add(Json.of("emoji", "x", "count", 1))));
        refusedLog("reactions from nowhere", second(said -> said.putArray("reactions")
                .add(Json.of("emoji", "👍", "count", 9))));
        refusedLog("no such file", second(said -> said.putArray("attachments").add(Json.of("id", PICTURE))));
        refusedLog("an action", second(said -> told(said, "dance", 1)));
        refusedLog("the value of an action", second(said -> told(said, "slow_mode", "soon")));
        refusedLog("a frame", RoomFiles.line(1, "x") + "\n" + Json.of("type", "typing", "seq", 2, "target", 1));
        refusedLog(
                "a change of nothing",
                RoomFiles.line(1, "x") + "\n" + Json.of("type", "message_deleted", "seq", 2, "target", 2));
        String sameId = Person.newId();
        refusedLog(
                "a clientId twice",
                RoomFiles.line(1, "x").toString().replaceAll("[0-9a-f-]{36}", sameId) + "\n"
                        + RoomFiles.line(2, "x").toString().replaceAll("[0-9a-f-]{36}", sameId));
        refuseNames();
        refuseSizes();
        refuseSheets();
    }

    private static void told(ObjectNode said, String action, Object value) {
        said.put("kind", "system");
        said.set("system", Json.of("action", action, "target", null, "value", value));
    }

    private static String second(Consumer<ObjectNode> change) {
        ObjectNode line = RoomFiles.line(2, "y");
        change.accept((ObjectNode) line.path("message"));
        return RoomFiles.line(1, "x") + "\n" + line + "\n";
    }

    private void refusedLog(String why, String log) {
        refused(why, RoomFiles.zip(RoomFiles.room("talk", 2, log)));
    }

    private void refused(String why, byte[] zip) {
        JsonNode answer = RoomFiles.send(ann, zip, null).refused(400, "invalid_request");
        assertEquals(List.of("file"), Json.wrongFields(answer), why);
        assertFalse(answer.path("detail").asText().contains("\n"), why);
    }

    private void refuseNames() {
        for (String name : List.of("../evil", "files/../../evil", "/etc/passwd", "C:\\evil", "files\\a", "a\tb")) {
            refused(name, RoomFiles.zip(with(name, new byte[1])));
        }
        // Java writes no name twice, so one of two names of the same length is changed afterwards.
        Map<String, byte[]> two = with("files/aaaa", new byte[1]);
        two.put("files/bbbb", new byte[1]);
        refused("twice", changed(RoomFiles.zip(two), "files/bbbb", "files/aaaa"));
        refused("no zip", RoomFiles.text("hello"));
        refused("nothing", new byte[0]);
        byte[] whole = RoomFiles.zip(with("files/b", new byte[1]));
        refused("a part", Arrays.copyOf(whole, 200));
        assertTrue(ann.get("rooms?filter=joined").expect(200).path("rooms").size() < 3);
    }

    private static byte[] changed(byte[] octets, String from, String to) {
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Map<String, byte[]> with(String name, byte[] content) {
        Map<String, byte[]> entries =
                RoomFiles.room("talk", 1, RoomFiles.line(1, "x").toString());
        entries.put(name, content);
        return entries;
    }

    private void refuseSizes() {
        byte[] bomb = RoomFiles.zip(with("files/bomb", new byte[10 << 20]));
        RoomFiles.send(ann, bomb, null).refused(413, "too_large");
        Map<String, byte[]> many =
                RoomFiles.room("talk", 1, RoomFiles.line(1, "x").toString());
        for (int i = 0; i <= 100_000; i++) {
            many.put("files/" + i, new byte[0]);
        }
        RoomFiles.send(ann, RoomFiles.zip(many), null).refused(413, "too_large");
        RoomFiles.send(ann, new byte[(20 << 20) + 1], null).refused(413, "too_large");
    }

    private void refuseSheets() {
        String log = RoomFiles.line(1, "x").toString();
        for (String sheet : List.of(
                "",
                "[]",
                "null",
                "{\"format\":\"other\",\"version\":1,\"head\":1}",
                "{\"format\":\"parley-room\",\"version\":2,\"head\":1}",
                "{\"format\":\"parley-room\",\"version\":1,\"head\":1,\"name\":\"not a name\"}")) {
            Map<String, byte[]> entries = RoomFiles.room("talk", 1, log);
            entries.put("room.json", RoomFiles.text(sheet));
            refused("room.json: " + sheet, RoomFiles.zip(entries));
        }
        for (String absent : List.of("room.json", "log.ndjson")) {
            Map<String, byte[]> entries = new LinkedHashMap<>(RoomFiles.room("talk", 1, log));
            entries.remove(absent);
            refused("without " + absent, RoomFiles.zip(entries));
        }
    }

    /** How many rows each table has that knows rooms. The server must be down. */
    private Map<String, Long> rows() throws Exception {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection database = DriverManager.getConnection(
                "jdbc:h2:file:" + broken.data().resolve("parley") + ";MODE=MySQL", "sa", "")) {
            TreeSet<String> tables = new TreeSet<>(List.of("ROOM"));
            try (ResultSet columns = database.getMetaData().getColumns(null, "PUBLIC", "%", "ROOM_ID")) {
                while (columns.next()) {
                    tables.add(columns.getString("TABLE_NAME"));
                }
            }
            for (String table : tables) {
                try (ResultSet count = database.createStatement().executeQuery("SELECT COUNT(*) FROM " + table)) {
                    count.next();
                    rows.put(table, count.getLong(1));
                }
            }
        }
        return rows;
    }

    private TreeSet<String> files() {
        TreeSet<String> found = new TreeSet<>();
        try (Stream<Path> all = Files.walk(broken.files())) {
            all.filter(Files::isRegularFile).map(Path::toString).forEach(found::add);
        } catch (IOException | UncheckedIOException changing) {
            found.add("a file that went meanwhile");
        }
        return found;
    }
}
