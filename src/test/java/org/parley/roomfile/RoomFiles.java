package org.parley.roomfile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.parley.harness.Answer;
import org.parley.harness.Json;
import org.parley.harness.Person;
import org.parley.harness.Rest;
import org.parley.harness.Uploads;

/** Files of rooms: taken from a server, made by hand, and sent to a server. */
public final class RoomFiles {
    private static final String BOUNDARY = "----a-boundary";

    private RoomFiles() {}

    static byte[] export(Rest owner, String room) {
        HttpResponse<byte[]> answer = Uploads.ask(owner, "rooms/" + room + "/export");
        assertEquals(200, answer.statusCode(), () -> new String(answer.body(), StandardCharsets.UTF_8));
        return answer.body();
    }

    /** @param name of the new room, or {@code null} */
    public static Answer send(Rest importer, byte[] zip, String name) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (name != null) {
            body.writeBytes(text(
                    "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\n" + name + "\r\n"));
        }
        body.writeBytes(Uploads.body("room.zip", zip));
        return importer.raw("POST", "rooms/import", Uploads.TYPE, BodyPublishers.ofByteArray(body.toByteArray()));
    }

    static Map<String, byte[]> entries(byte[] zip) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return entries;
    }

    static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return zip.toByteArray();
    }

    /** The entries of a room with this log. */
    static Map<String, byte[]> room(String name, long head, String log) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        ObjectNode sheet = Json.of(
                "format", "parley-room", "version", 1, "name", name, "topic", "", "kind", "private", "head", head);
        entries.put("room.json", text(sheet.toString()));
        entries.put("log.ndjson", text(log));
        return entries;
    }

    /** A room with so many messages. */
    public static byte[] large(String name, int messages) {
        StringBuilder log = new StringBuilder();
        for (int seq = 1; seq <= messages; seq++) {
            log.append(line(seq, "This is message number " + seq + " of a long talk"))
                    .append('\n');
        }
        return zip(room(name, messages, log.toString()));
    }

    static ObjectNode line(long seq, String body) {
        ObjectNode message = Json.of(
                "seq",
                seq,
                "clientId",
                Person.newId(),
                "kind",
                "text",
                "body",
                body,
                "createdAt",
                "2026-01-02T03:04:05.678Z");
        message.set("sender", Json.of("username", "eve", "displayName", "Eve"));
        ObjectNode line = Json.of("type", "new_message", "seq", seq);
        line.set("message", message);
        return line;
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] octets) {
        return new String(octets, StandardCharsets.UTF_8);
    }

    static JsonNode messages(Rest reader, String room) {
        return reader.get("rooms/" + room + "/messages?limit=200").expect(200).path("messages");
    }
}
