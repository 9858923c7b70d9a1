package org.parley.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;

/** Uploads of files, and their bytes as they come back. */
public final class Uploads {
    private static final String BOUNDARY = "----a-boundary";
    public static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private Uploads() {}

    public static Answer send(Rest uploader, String name, byte[] content) {
        return uploader.raw("POST", "attachments", TYPE, BodyPublishers.ofByteArray(body(name, content)));
    }

    /** The stored file. */
    public static JsonNode put(Rest uploader, String name, byte[] content) {
        return send(uploader, name, content).expect(201);
    }

    /** The id of a stored file. */
    public static String id(Rest uploader, String name, String content) {
        return put(uploader, name, content.getBytes(StandardCharsets.UTF_8))
                .path("id")
                .asText();
    }

    public static byte[] body(String name, byte[] content) {
        return body("form-data; name=\"file\"; filename=\"" + name + "\"", BOUNDARY, content);
    }

    public static byte[] body(String disposition, String boundary, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(text("--" + boundary + "\r\nContent-Disposition: " + disposition
                + "\r\nContent-Type: application/octet-stream\r\n\r\n"));
        body.writeBytes(content);
        body.writeBytes(text("\r\n--" + boundary + "--\r\n"));
        return body.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Posts a message with these files; returns it as it was stored. */
    public static JsonNode post(Rest sender, String room, String body, String... ids) {
        return Messages.post(sender, room, message(body, ids)).expect(201);
    }

    public static JsonNode message(String body, String... ids) {
        return Json.of("clientId", Person.newId(), "body", body, "attachments", List.of(ids));
    }

    /** The answer to a GET with its bytes. @param path below {@code api/attachments/} @param headers pairs */
    public static HttpResponse<byte[]> get(Rest reader, String path, String... headers) {
        return ask(reader, "attachments/" + path, headers);
    }

    /** The octets at a path below {@code api/}. */
    public static byte[] octets(Rest reader, String path) {
        HttpResponse<byte[]> answer = ask(reader, path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " was answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** The answer to any GET with its bytes. @param path below {@code api/} @param headers pairs */
    public static HttpResponse<byte[]> ask(Rest reader, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(reader.base().resolve("api/" + path));
        reader.ownHeaders().forEach(request::header);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return Rest.HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** A black picture. */
    public static byte[] png(int width, int height) {
        return encoded(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png");
    }

    public static byte[] encoded(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
