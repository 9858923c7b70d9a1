package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;

/** The files that the page's service worker is told to keep are exactly the files that the server serves. */
@Tag("once")
class ShellIT {
    private static final String BEFORE = "self.shell = ";

    private final URI base = Cast.onSharedServer().server().base();
    private final HttpClient browser =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void the_worker_names_each_file_with_the_digest_of_what_is_served() throws Exception {
        JsonNode files = shell().path("files");
        assertTrue(files.has("./") && files.has("app/main.js") && files.has("app/manifest.webmanifest"));
        assertTrue(
                files.propertyStream().noneMatch(file -> file.getKey().matches(".*/(data\\.|code-languages).*")),
                "the emoji and the parsers of code are large, and must not be loaded before they are needed");
        for (Map.Entry<String, JsonNode> file : files.properties()) {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(get(file.getKey()).body());
            assertEquals(
                    "sha256-" + Base64.getEncoder().encodeToString(digest),
                    file.getValue().asText(),
                    file.getKey());
        }
    }

    @Test
    void the_page_says_which_build_it_is_of_as_its_worker_does() throws Exception {
        String build = shell().path("build").asText();
        assertTrue(build.matches("[0-9a-f]{16}"), build);
        assertEquals(build, header(get(""), "Parley-Build"));
        assertEquals(build, header(get("index.html"), "Parley-Build"));
    }

    @Test
    void the_worker_and_the_manifest_are_of_their_types_and_asked_for_each_time() throws Exception {
        assertTrue(header(get("worker.js"), "Content-Type").startsWith("text/javascript"));
        assertEquals("no-cache", header(get("worker.js"), "Cache-Control"));
        assertTrue(header(get("app/manifest.webmanifest"), "Content-Type").startsWith("application/manifest+json"));
        assertEquals("image/png", header(get("app/images/parley-192.png"), "Content-Type"));
    }

    /**
     * What the page loads when it can be read and written in: its dialogs, and what only administrators need. Of the
     * languages it loads one; German is the longer one.
     */
    private static final List<String> LATER = List.of("app/parts/dialogs-", "app/parts/page-", "app/parts/texts.en-");

    @Test
    void scripts_and_styles_are_below_150_kilobytes_compressed_and_their_parts_may_be_cached_for_ever()
            throws Exception {
        int compressed = 0;
        for (Map.Entry<String, JsonNode> named : shell().path("files").properties()) {
            String path = named.getKey();
            if (path.endsWith(".js") || path.endsWith(".css")) {
                HttpResponse<byte[]> file = get(path);
                compressed += LATER.stream().anyMatch(path::startsWith) ? 0 : compressed(file.body());
                String caching = header(file, "Cache-Control");
                assertEquals(path.startsWith("app/parts/"), caching.contains("immutable"), path + ": " + caching);
            }
        }
        assertTrue(compressed < 150 * 1024, compressed + " bytes");
    }

    private static int compressed(byte[] file) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(octets)) {
            gzip.write(file);
        }
        return octets.size();
    }

    private JsonNode shell() throws Exception {
        String code = new String(get("worker.js").body(), StandardCharsets.UTF_8);
        assertTrue(code.startsWith(BEFORE), code);
        return Json.read(code.substring(BEFORE.length(), code.indexOf(";\n")));
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        HttpResponse<byte[]> answer =
                browser.send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofByteArray());
        assertEquals(200, answer.statusCode(), path);
        return answer;
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
