package org.parley.avatars;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;
import org.parley.harness.Rest;
import org.parley.harness.Uploads;

/** Choosing a picture of oneself, and who sees it how. */
@Tag("once")
class AvatarsIT {
    private static final int MOST = 10 << 20;

    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();

    @Test
    void a_picture_is_small_and_square_and_everybody_sees_it() throws IOException {
        assertTrue(ann.get("auth/me").expect(200).path("avatarUrl").isNull());
        JsonNode user = put(ann, Uploads.png(900, 600)).expect(200);
        assertEquals(user, ann.get("auth/me").expect(200));
        assertEquals(user, bob.get("users/" + ann.name()).expect(200));
        HttpResponse<byte[]> shown = shown(bob, user);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(shown.body()));
        assertEquals(256, picture.getWidth());
        assertEquals(256, picture.getHeight());
        assertTrue(header(shown, "Content-Type").startsWith("image/jpeg"));
        assertEquals("nosniff", header(shown, "X-Content-Type-Options"));
        assertEquals("sandbox; default-src 'none'", header(shown, "Content-Security-Policy"));
        assertEquals("same-origin", header(shown, "Cross-Origin-Resource-Policy"));
        assertTrue(header(shown, "Content-Disposition").startsWith("inline"));
    }

    @Test
    void messages_and_lists_have_the_picture_of_their_people() {
        String address =
                put(ann, Uploads.png(4, 4)).expect(200).path("avatarUrl").asText();
        String room = ann.createRoom(cast.unique("tea"));
        assertEquals(address, ann.post(room, "hello").at("/sender/avatarUrl").asText());
        assertEquals(
                address,
                bob.get("rooms/" + room + "/messages/1")
                        .expect(200)
                        .at("/sender/avatarUrl")
                        .asText());
        ann.patch("rooms/" + room, Json.of("topic", "cake")).expect(200);
        assertEquals(
                address,
                bob.get("rooms/" + room + "/messages/2")
                        .expect(200)
                        .at("/sender/avatarUrl")
                        .asText());
        assertEquals(
                address,
                ann.get("rooms/" + room + "/members")
                        .expect(200)
                        .at("/members/0/user/avatarUrl")
                        .asText());
    }

    @Test
    void a_browser_keeps_the_picture_that_the_address_names_and_asks_for_any_other() {
        JsonNode first = put(ann, Uploads.png(4, 4)).expect(200);
        HttpResponse<byte[]> named = shown(bob, first);
        assertEquals("private, max-age=31536000, immutable", header(named, "Cache-Control"));
        String plain = "users/" + ann.name() + "/avatar";
        HttpResponse<byte[]> unnamed = get(bob, "../" + plain);
        assertEquals("private, no-cache", header(unnamed, "Cache-Control"));
        assertEquals(
                304,
                get(bob, "../" + plain, "If-None-Match", header(unnamed, "ETag"))
                        .statusCode());
        JsonNode second = put(ann, Uploads.png(4, 4)).expect(200);
        assertNotEquals(first.path("avatarUrl"), second.path("avatarUrl"));
        assertEquals("private, no-cache", header(shown(bob, first), "Cache-Control"));
        assertNotEquals(header(named, "ETag"), header(shown(bob, first), "ETag"));
    }

    @Test
    void a_removed_picture_is_gone_and_can_be_removed_again() {
        put(ann, Uploads.png(4, 4)).expect(200);
        ann.delete("users/me/avatar").expect(204);
        ann.get("users/" + ann.name() + "/avatar").refused(404, "not_found");
        assertTrue(bob.get("users/" + ann.name()).expect(200).path("avatarUrl").isNull());
        ann.delete("users/me/avatar").expect(204);
        bob.get("users/" + cast.unique("nobody") + "/avatar").refused(404, "not_found");
    }

    @Test
    void it_is_part_of_ones_own_data_and_goes_with_the_account() throws IOException {
        JsonNode user = put(ann, Uploads.png(4, 4)).expect(200);
        byte[] picture = shown(bob, user).body();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(Uploads.octets(ann, "users/me/export")))) {
            ZipEntry entry = zip.getNextEntry();
            while (!entry.getName().startsWith("files/picture-")) {
                entry = zip.getNextEntry();
            }
            assertArrayEquals(picture, zip.readAllBytes());
        }
        ann.post("users/me/deletion", Json.of("password", Person.PASSWORD)).expect(204);
        assertEquals(
                404,
                Uploads.ask(bob, user.path("avatarUrl").asText().substring("api/".length()))
                        .statusCode());
    }

    @Test
    void it_opens_to_people_who_are_signed_in_and_to_the_cookie_of_a_page() {
        String path = "users/" + ann.name() + "/avatar";
        put(ann, Uploads.png(4, 4)).expect(200);
        cast.stranger().get(path).refused(401, "unauthenticated");
        put(cast.stranger(), Uploads.png(4, 4)).refused(401, "unauthenticated");
        cast.stranger().delete("users/me/avatar").refused(401, "unauthenticated");
        Answer signedIn =
                cast.stranger().post("auth/login", Json.of("username", bob.name(), "password", Person.PASSWORD));
        String cookie = signedIn.response().headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith("parley_media="))
                .map(each -> each.split(";")[0])
                .findFirst()
                .orElseThrow();
        assertEquals(200, get(cast.stranger(), "../" + path, "Cookie", cookie).statusCode());
        for (String other : List.of("users", "users/" + ann.name(), "users/" + ann.name() + "/avatar/x")) {
            assertNotEquals(
                    200, get(cast.stranger(), "../" + other, "Cookie", cookie).statusCode(), other);
        }
        cast.stranger()
                .raw("DELETE", "users/me/avatar", "image/png", BodyPublishers.noBody(), "Cookie", cookie)
                .refused(401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<!DOCTYPE html><html><script>alert(1)</script></html>",
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
                "%PDF-1.7 /OpenAction /JavaScript",
                "GIF89a/*<script>alert(1)</script>*/",
                "\u0089PNG\r\n\u001a\n<html>"
            })
    void what_is_no_picture_is_refused_and_the_old_one_stays(String content) {
        JsonNode before = put(ann, Uploads.png(4, 4)).expect(200);
        JsonNode problem =
                put(ann, content.getBytes(StandardCharsets.ISO_8859_1)).refused(400, "invalid_request");
        assertEquals(List.of("avatar"), Json.wrongFields(problem));
        assertEquals(before, ann.get("auth/me").expect(200));
        assertEquals(200, shown(bob, before).statusCode());
    }

    @Test
    void what_a_picture_hides_behind_its_end_is_lost() {
        byte[] png = Uploads.png(4, 4);
        byte[] hidden = "PK<script>alert(1)</script>".getBytes(StandardCharsets.ISO_8859_1);
        byte[] both = Arrays.copyOf(png, png.length + hidden.length);
        System.arraycopy(hidden, 0, both, png.length, hidden.length);
        byte[] shown = shown(bob, put(ann, both).expect(200)).body();
        assertFalse(new String(shown, StandardCharsets.ISO_8859_1).contains("script"));
    }

    @Test
    void one_pixel_too_many_is_refused_and_so_is_one_octet() throws IOException {
        put(ann, Uploads.png(5000, 5000)).expect(200);
        put(ann, Uploads.png(25_000_001, 1)).refused(400, "invalid_request");
        put(ann, new byte[MOST]).refused(400, "invalid_request");
        put(ann, new byte[MOST + 1]).refused(413, "too_large");
    }

    @ParameterizedTest
    @CsvSource({"png", "gif", "jpeg"})
    void the_middle_is_kept(String format) throws IOException {
        BufferedImage wide = new BufferedImage(600, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = wide.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(200, 0, 200, 200);
        pen.dispose();
        JsonNode user = put(ann, Uploads.encoded(wide, format)).expect(200);
        BufferedImage square =
                ImageIO.read(new ByteArrayInputStream(shown(bob, user).body()));
        assertEquals(200, square.getWidth());
        for (int x : new int[] {8, 100, 191}) {
            assertTrue(new Color(square.getRGB(x, 100)).getRed() > 200, "at " + x);
        }
    }

    @Test
    void it_is_no_file_that_anybody_can_post_or_read_as_one() {
        String address =
                put(ann, Uploads.png(4, 4)).expect(200).path("avatarUrl").asText();
        String id = address.substring(address.indexOf('=') + 1);
        String room = ann.createRoom(cast.unique("cake"));
        ann.get("attachments/" + id).refused(404, "not_found");
        ann.post("rooms/" + room + "/messages", Uploads.message("look", id)).refused(404, "not_found");
    }

    @Test
    void everybody_is_told_of_a_changed_profile() {
        try (LiveSocket bobs = bob.privateSocket();
                LiveSocket anns = ann.privateSocket()) {
            JsonNode user = put(ann, Uploads.png(4, 4)).expect(200);
            for (LiveSocket socket : List.of(bobs, anns)) {
                assertEquals(
                        user.path("avatarUrl"),
                        updated(socket, "avatarUrl", user).path("avatarUrl"));
            }
            JsonNode named =
                    ann.patch("users/me", Json.of("displayName", "Ann B")).expect(200);
            assertEquals(
                    "Ann B",
                    updated(bobs, "displayName", named).path("displayName").asText());
        }
    }

    /** News is merged, so it may come with an earlier change. */
    private JsonNode updated(LiveSocket socket, String field, JsonNode expected) {
        return socket.await(
                        "news of ann",
                        frame -> frame.path("type").asText().equals("user_updated")
                                && frame.at("/user/username").asText().equals(ann.name())
                                && frame.path("user").path(field).equals(expected.path(field)))
                .path("user");
    }

    private static Answer put(Rest person, byte[] picture) {
        return person.raw("PUT", "users/me/avatar", "image/png", BodyPublishers.ofByteArray(picture));
    }

    private static HttpResponse<byte[]> shown(Person viewer, JsonNode user) {
        return get(viewer, "../" + user.path("avatarUrl").asText().substring("api/".length()));
    }

    /** @param path from {@code api/attachments/} on */
    private static HttpResponse<byte[]> get(Rest viewer, String path, String... headers) {
        return Uploads.get(viewer, path, headers);
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
