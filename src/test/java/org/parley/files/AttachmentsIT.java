package org.parley.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;
import org.parley.harness.Rest;
import org.parley.harness.Uploads;

/** Uploading a file, and who may read it how. */
@Tag("once")
class AttachmentsIT {
    private static final int MEGABYTE = 1 << 20;

    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private String room;

    @BeforeEach
    void ann_has_a_private_room_where_bob_is() {
        room = ann.createRoom(cast.unique("tea"));
        bob.join(room);
        ann.patch("rooms/" + room, Json.of("visibility", "private")).expect(200);
    }

    @Test
    void an_upload_is_described_by_its_content() {
        byte[] content = "hello".getBytes(StandardCharsets.UTF_8);
        JsonNode file = Uploads.put(ann, "notes.txt", content);
        String id = file.path("id").asText();
        assertEquals(
                Json.of("id", id, "name", "notes.txt", "type", "text/plain", "size", 5, "url", "api/attachments/" + id),
                file);
        JsonNode picture = Uploads.put(ann, "a.txt", Uploads.png(3, 2));
        String address = "api/attachments/" + picture.path("id").asText();
        assertEquals("image/png", picture.path("type").asText());
        assertEquals(3, picture.path("width").asInt());
        assertEquals(2, picture.path("height").asInt());
        assertEquals(address, picture.path("url").asText());
        assertEquals(address + "/thumbnail", picture.path("thumbnailUrl").asText());
    }

    @Test
    void a_file_comes_back_to_save_and_a_picture_to_see() {
        byte[] content = "hello".getBytes(StandardCharsets.UTF_8);
        HttpResponse<byte[]> file = Uploads.get(ann, Uploads.id(ann, "Größe.txt", "hello"));
        assertEquals(200, file.statusCode());
        assertArrayEquals(content, file.body());
        assertEquals(
                "attachment; filename=\"Gr__e.txt\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe.txt",
                header(file, "Content-Disposition"));
        String picture = Uploads.put(ann, "p.png", Uploads.png(3, 2)).path("id").asText();
        for (String path : List.of(picture, picture + "/thumbnail")) {
            HttpResponse<byte[]> shown = Uploads.get(ann, path);
            assertEquals(200, shown.statusCode());
            assertTrue(header(shown, "Content-Type").startsWith("image/"), path);
            assertTrue(header(shown, "Content-Disposition").startsWith("inline"), path);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "<!DOCTYPE html><html><script>alert(1)</script></html>, p.png",
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>, p.svg",
        "%PDF-1.7 /OpenAction /JavaScript, a.pdf",
        "GIF89a;PK, a.gif",
        "var a = 1, a.js",
    })
    void what_could_run_is_saved_and_never_shown(String content, String name) {
        HttpResponse<byte[]> file = Uploads.get(ann, Uploads.id(ann, name, content));
        assertEquals(content, new String(file.body(), StandardCharsets.UTF_8));
        assertTrue(header(file, "Content-Disposition").startsWith("attachment"));
        assertEquals("nosniff", header(file, "X-Content-Type-Options"));
        assertEquals("sandbox; default-src 'none'", header(file, "Content-Security-Policy"));
        assertFalse(header(file, "Content-Type").matches(".*(html|svg|script).*"), header(file, "Content-Type"));
    }

    @Test
    void a_part_of_a_file_can_be_asked_for() {
        String id = Uploads.id(ann, "a.txt", "0123456789");
        HttpResponse<byte[]> part = Uploads.get(ann, id, "Range", "bytes=2-4");
        assertEquals(206, part.statusCode());
        assertEquals("234", new String(part.body(), StandardCharsets.UTF_8));
        assertEquals("bytes 2-4/10", header(part, "Content-Range"));
        assertEquals(
                200,
                Uploads.get(ann, id, "Range", "bytes=2-4", "If-Range", "\"other\"")
                        .statusCode());
        HttpResponse<byte[]> none = Uploads.get(ann, id, "Range", "bytes=10-");
        assertEquals(416, none.statusCode());
        assertEquals("bytes */10", header(none, "Content-Range"));
        assertEquals(
                "invalid_request",
                Json.read(new String(none.body(), StandardCharsets.UTF_8))
                        .path("code")
                        .asText());
    }

    @Test
    void a_browser_may_keep_a_file_but_asks_each_time() {
        String id = Uploads.id(ann, "a.txt", "hello");
        HttpResponse<byte[]> first = Uploads.get(ann, id);
        assertEquals("private, no-cache", header(first, "Cache-Control"));
        HttpResponse<byte[]> again = Uploads.get(ann, id, "If-None-Match", header(first, "ETag"));
        assertEquals(304, again.statusCode());
        assertEquals(
                404,
                Uploads.get(bob, id, "If-None-Match", header(first, "ETag")).statusCode());
    }

    @Test
    void a_file_is_its_uploaders_until_it_is_posted_and_then_the_rooms() {
        String id = Uploads.id(ann, "a.txt", "hello");
        bob.get("attachments/" + id).refused(404, "not_found");
        cast.root().get("attachments/" + id).refused(404, "not_found");
        Uploads.post(ann, room, "", id);
        assertEquals(200, Uploads.get(bob, id).statusCode());
        Person dora = cast.dora();
        assertEquals(
                dora.get("attachments/" + Person.newId())
                        .refused(404, "not_found")
                        .path("detail"),
                dora.get("attachments/" + id).refused(404, "not_found").path("detail"));
        ann.delete("rooms/" + room + "/members/" + bob.name()).expect(204);
        bob.get("attachments/" + id).refused(404, "not_found");
        cast.stranger().get("attachments/" + id).refused(401, "unauthenticated");
    }

    @Test
    void even_its_uploader_loses_a_file_with_the_room() {
        String id = Uploads.id(bob, "a.txt", "hello");
        Uploads.post(bob, room, "", id);
        ann.post("rooms/" + room + "/bans", Json.of("username", bob.name())).expect(201);
        bob.get("attachments/" + id).refused(404, "not_found");
    }

    @Test
    void what_is_no_id_is_not_found() {
        String file = Uploads.id(ann, "a.txt", "hello");
        for (String id : List.of("x", "1", Person.newId(), file + "/thumbnail", file + "x")) {
            ann.get("attachments/" + id).refused(404, "not_found");
        }
        int outside = ann.get("attachments/..%2F..%2Fetc%2Fpasswd").status();
        assertTrue(outside == 400 || outside == 404, () -> "was answered " + outside);
    }

    @Test
    void a_page_shows_files_by_a_cookie_that_opens_nothing_else() {
        Answer signedIn =
                cast.stranger().post("auth/login", Json.of("username", ann.name(), "password", Person.PASSWORD));
        List<String> set = signedIn.response().headers().allValues("Set-Cookie");
        String line = set.stream()
                .filter(each -> each.startsWith("parley_media="))
                .findFirst()
                .orElseThrow();
        assertTrue(line.contains("HttpOnly") && line.contains("SameSite=Strict") && line.contains("Path=/api;"), line);
        String cookie = line.split(";")[0];
        String id = Uploads.put(ann, "p.png", Uploads.png(2, 2)).path("id").asText();
        assertEquals(200, withCookie("GET", "attachments/" + id, cookie).status());
        assertEquals(
                200,
                withCookie("GET", "attachments/" + id + "/thumbnail", cookie).status());
        String forged = cookie.substring(0, cookie.length() - 2) + "AA";
        for (String path : List.of("auth/me", "rooms", "drafts", "rooms/" + room + "/files", "attachments")) {
            assertEquals(
                    path.equals("attachments") ? 404 : 401,
                    withCookie("GET", path, cookie).status(),
                    path);
        }
        withCookie("GET", "attachments/" + id, forged).refused(401, "unauthenticated");
        withCookie("POST", "attachments", cookie).refused(401, "unauthenticated");
        new Rest(ann.base(), signedIn.json().path("accessToken").asText())
                .post("auth/logout", Json.of())
                .expect(204);
        withCookie("GET", "attachments/" + id, cookie).refused(401, "unauthenticated");
    }

    private Answer withCookie(String method, String path, String cookie) {
        return cast.stranger().raw(method, path, "application/json", BodyPublishers.noBody(), "Cookie", cookie);
    }

    @Test
    void a_file_has_a_size_at_most() {
        byte[] most = new byte[10 * MEGABYTE];
        Arrays.fill(most, (byte) 1);
        JsonNode file = Uploads.put(ann, "a.bin", most);
        assertEquals(most.length, file.path("size").asInt());
        assertArrayEquals(most, Uploads.get(ann, file.path("id").asText()).body());
        Uploads.send(ann, "a.bin", Arrays.copyOf(most, most.length + 1)).refused(413, "too_large");
        assertEquals(
                most.length,
                cast.stranger()
                        .get("server")
                        .expect(200)
                        .at("/limits/attachment")
                        .asInt());
    }

    @Test
    void a_picture_with_one_pixel_too_many_is_a_plain_file() {
        assertEquals(
                5000,
                Uploads.put(ann, "p.png", Uploads.png(5000, 5000)).path("width").asInt());
        JsonNode file = Uploads.put(ann, "p.png", Uploads.png(25_000_001, 1));
        assertTrue(
                file.path("width").isMissingNode() && file.path("thumbnailUrl").isMissingNode());
        HttpResponse<byte[]> saved = Uploads.get(ann, file.path("id").asText());
        assertTrue(header(saved, "Content-Disposition").startsWith("attachment"));
        ann.get("attachments/" + file.path("id").asText() + "/thumbnail").refused(404, "not_found");
    }

    @Test
    void what_is_no_upload_is_refused() {
        ann.post("attachments", Json.of("file", "x")).refused(415, "unsupported_type");
        cast.stranger()
                .raw("POST", "attachments", Uploads.TYPE, BodyPublishers.noBody())
                .refused(401, "unauthenticated");
        assertWrong("multipart/form-data; boundary=x", "");
        assertWrong(
                "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nhell");
        byte[] other = Uploads.body("form-data; name=\"other\"; filename=\"a\"", "x", new byte[3]);
        assertWrong("multipart/form-data; boundary=x", new String(other, StandardCharsets.UTF_8));
        String one = new String(Uploads.body("form-data; name=file", "x", new byte[3]), StandardCharsets.UTF_8);
        assertWrong("multipart/form-data; boundary=x", one.replace("--x--\r\n", "") + one);
    }

    private void assertWrong(String type, String body) {
        JsonNode problem = ann.raw("POST", "attachments", type, BodyPublishers.ofString(body))
                .refused(400, "invalid_request");
        assertEquals(List.of("file"), Json.wrongFields(problem));
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
