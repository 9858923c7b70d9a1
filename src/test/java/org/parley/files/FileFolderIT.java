package org.parley.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.parley.faults.Breakable;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;
import org.parley.harness.RunningServer;
import org.parley.harness.Uploads;
import org.parley.harness.Waiting;
import org.parley.system.Uuids;

/**
 * The folder of files is gone, full or read-only, or has what a crash left. Messages go on meanwhile, and nothing is
 * lost.
 */
@Tag("embedded")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileFolderIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MEGABYTE = 1 << 20;

    private final Breakable broken = Breakable.get();
    private final RunningServer server = broken.server();
    private final Path folder = broken.files();
    private final Path disk = folder.getParent();
    private Person ann;
    private String room;
    private boolean mounted;

    @BeforeAll
    void mount() throws Exception {
        mounted = shell("mount -t tmpfs -o size=8m tmpfs " + disk) == 0;
        Files.createDirectories(folder);
    }

    @AfterAll
    void unmount() throws Exception {
        if (mounted) {
            shell("umount -l " + disk);
        }
    }

    @BeforeEach
    void ann_has_a_room() {
        Cast cast = new Cast(server);
        ann = cast.ann();
        room = ann.createRoom(cast.unique("tea"));
    }

    @Test
    void while_the_folder_is_gone_files_are_unavailable_and_messages_are_not() throws IOException {
        String file = Uploads.id(ann, "a.txt", "hello");
        Path away = disk.resolve("away");
        Files.move(folder, away);
        Uploads.send(ann, "b.txt", new byte[3]).refused(503, "unavailable");
        ann.get("attachments/" + file).refused(503, "unavailable");
        ann.post(room, "still here");
        Files.move(away, folder);
        assertEquals(200, Uploads.get(ann, file).statusCode());
        Uploads.post(ann, room, "", Uploads.id(ann, "b.txt", "hello"));
    }

    @Test
    void a_full_disk_takes_no_file_until_there_is_room() throws IOException {
        assumeTrue(mounted, "mounting is not allowed here");
        String file = Uploads.id(ann, "a.txt", "hello");
        Path ballast = disk.resolve("ballast");
        fill(ballast);
        Uploads.send(ann, "b.bin", new byte[MEGABYTE]).refused(503, "unavailable");
        assertEquals(List.of(), files("incoming"), "nothing of it is left");
        assertEquals(200, Uploads.get(ann, file).statusCode());
        ann.post(room, "still here");
        Files.delete(ballast);
        Uploads.put(ann, "b.bin", new byte[MEGABYTE]);
    }

    /** Permissions do not bind root, and tests often run as root. A disk that is mounted so binds everybody. */
    @Test
    void a_read_only_disk_shows_its_files_and_takes_no_other() throws Exception {
        assumeTrue(mounted, "mounting is not allowed here");
        String picture = Uploads.put(ann, "p.png", Uploads.png(2, 2)).path("id").asText();
        String posted = Uploads.id(ann, "a.txt", "hello");
        Uploads.post(ann, room, "", posted);
        assertEquals(0, shell("mount -o remount,ro " + disk));
        try {
            Uploads.send(ann, "b.txt", new byte[3]).refused(503, "unavailable");
            ann.raw("PUT", "users/me/avatar", "image/png", BodyPublishers.ofByteArray(Uploads.png(2, 2)))
                    .refused(503, "unavailable");
            assertEquals(200, Uploads.get(ann, picture + "/thumbnail").statusCode());
            Uploads.post(ann, room, "", picture);
            ann.delete("rooms/" + room + "/messages/1").expect(204);
            ann.get("attachments/" + posted).refused(404, "not_found");
        } finally {
            assertEquals(0, shell("mount -o remount,rw " + disk));
        }
        Uploads.put(ann, "b.txt", new byte[3]);
        assertEquals(200, Uploads.get(ann, picture).statusCode());
    }

    @Test
    void a_file_in_the_place_of_the_folder_stops_files_and_nothing_else() throws IOException {
        String file = Uploads.id(ann, "a.txt", "hello");
        Path away = disk.resolve("away");
        Files.move(folder, away);
        Files.writeString(folder, "no folder");
        Uploads.send(ann, "b.txt", new byte[3]).refused(503, "unavailable");
        ann.get("attachments/" + file).refused(503, "unavailable");
        ann.post(room, "still here");
        Files.delete(folder);
        Files.move(away, folder);
        assertEquals(200, Uploads.get(ann, file).statusCode());
        Uploads.put(ann, "b.txt", new byte[3]);
    }

    private static void fill(Path ballast) throws IOException {
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(new byte[MEGABYTE / 16]);
            }
        } catch (IOException full) {
            assertTrue(Files.size(ballast) > MEGABYTE, "filled");
        }
    }

    @Test
    void an_upload_that_breaks_off_anywhere_leaves_nothing() throws IOException {
        byte[] body = Uploads.body("a.bin", new byte[MEGABYTE]);
        int end = body.length - 1;
        for (int sent : new int[] {1000, body.length / 2, end - 30, end - 2}) {
            try (Socket socket = new Socket("127.0.0.1", server.port())) {
                socket.getOutputStream().write(head(body.length).getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().write(body, 0, sent);
                socket.getOutputStream().flush();
                Waiting.until("the upload has begun", PATIENCE, () -> !files("incoming")
                        .isEmpty());
            }
            Waiting.until(
                    "nothing of it is left", PATIENCE, () -> files("incoming").isEmpty());
        }
        assertEquals(0, ann.get("users/me/storage").expect(200).path("used").asInt());
    }

    private String head(int length) {
        return "POST /api/attachments HTTP/1.1\r\nHost: " + server.base().getAuthority() + "\r\nAuthorization: Bearer "
                + ann.token() + "\r\nContent-Type: " + Uploads.TYPE + "\r\nContent-Length: " + length + "\r\n\r\n";
    }

    @Test
    void a_body_that_ends_too_early_is_refused_wherever_it_ends() {
        byte[] body = Uploads.body("a.txt", "hello".getBytes(StandardCharsets.UTF_8));
        // The line end after the last delimiter says nothing.
        for (int sent = 0; sent < body.length - 2; sent++) {
            ann.raw("POST", "attachments", Uploads.TYPE, BodyPublishers.ofByteArray(body, 0, sent))
                    .refused(400, "invalid_request");
        }
        assertEquals(0, ann.get("users/me/storage").expect(200).path("used").asInt());
        assertEquals(List.of(), files("incoming"), "nothing of it is left");
        ann.raw("POST", "attachments", Uploads.TYPE, BodyPublishers.ofByteArray(body))
                .expect(201);
    }

    @Test
    void bytes_go_soon_after_their_message() {
        String file = Uploads.put(ann, "p.png", Uploads.png(2, 2)).path("id").asText();
        Uploads.post(ann, room, "", file);
        assertTrue(Files.exists(path(file)));
        ann.delete("rooms/" + room + "/messages/1").expect(204);
        Waiting.until("the bytes are gone", PATIENCE, () -> !Files.exists(path(file)));
        assertFalse(Files.exists(path(file + ".thumbnail")));
    }

    @Test
    @Tag("thorough")
    void what_nobody_used_for_a_day_and_what_a_crash_left_goes_at_the_next_start() throws Exception {
        String unused = Uploads.id(ann, "a.txt", "hello");
        String young = Uploads.id(ann, "b.txt", "hello");
        String posted = Uploads.id(ann, "c.txt", "hello");
        String drafted = Uploads.id(ann, "d.txt", "hello");
        Uploads.post(ann, room, "", posted);
        ann.put("rooms/" + room + "/draft", Json.of("body", "", "attachments", List.of(drafted), "revision", 0))
                .expect(200);
        server.stop();
        age(List.of(unused, posted, drafted));
        Path orphan = old(path(UUID.randomUUID().toString()));
        Path begun = old(folder.resolve("incoming").resolve(UUID.randomUUID() + ".sent"));
        Files.setLastModifiedTime(path(posted), twoDaysAgo());
        server.start();
        Waiting.until("all of it is gone", PATIENCE, () -> Stream.of(path(unused), orphan, begun)
                .noneMatch(Files::exists));
        ann.get("attachments/" + unused).refused(404, "not_found");
        for (String kept : List.of(young, posted, drafted)) {
            assertEquals(200, Uploads.get(ann, kept).statusCode());
        }
    }

    private void age(List<String> ids) throws Exception {
        try (Connection database = DriverManager.getConnection(
                        "jdbc:h2:file:" + broken.data().resolve("parley") + ";MODE=MySQL", "sa", "");
                var update = database.prepareStatement("UPDATE attachment SET touched_at = ? WHERE id = ?")) {
            for (String id : ids) {
                update.setLong(1, twoDaysAgo().toMillis());
                update.setBytes(2, Uuids.octets(UUID.fromString(id)));
                assertEquals(1, update.executeUpdate());
            }
        }
    }

    private static FileTime twoDaysAgo() {
        return FileTime.from(Instant.now().minus(Duration.ofDays(2)));
    }

    private static Path old(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.setLastModifiedTime(Files.write(file, new byte[3]), twoDaysAgo());
    }

    private Path path(String name) {
        return folder.resolve(name.substring(0, 2))
                .resolve(name.substring(2, 4))
                .resolve(name);
    }

    private List<Path> files(String inside) {
        try (Stream<Path> all = Files.list(folder.resolve(inside))) {
            return all.toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    private static int shell(String command) throws Exception {
        return new ProcessBuilder("bash", "-c", command).inheritIO().start().waitFor();
    }
}
