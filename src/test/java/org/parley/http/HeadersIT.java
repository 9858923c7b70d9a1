package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Rest;

/** The headers of every answer, and the headers that no answer has. */
@Tag("once")
class HeadersIT {
    private final URI base = Cast.onSharedServer().server().base();
    private final Rest nobody = new Rest(base, null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "index.html",
                "app/main.js",
                "app/main.css",
                "app/favicon.svg",
                "app/manifest.webmanifest",
                "app/parts/",
                "worker.js",
                "api/application.wadl",
                "api/live",
                "api/auth/login",
                "api/health",
                "api/auth/me",
                "api/nothing",
                "nothing",
                "live/rooms",
                "live/nothing",
                "WEB-INF/web.xml",
                "errors/404.html"
            })
    void every_answer_forbids_guessing_its_type_and_framing_it(String path) {
        Answer answer = get(path);
        assertEquals("nosniff", answer.header("X-Content-Type-Options").orElse(""));
        String policy = answer.header("Content-Security-Policy").orElse("");
        assertTrue(policy.contains("frame-ancestors 'none'"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertTrue(answer.header("Permissions-Policy").orElse("").contains("camera=()"));
    }

    @Test
    void the_page_is_there() {
        Answer page = get("");
        assertEquals(200, page.status());
        assertTrue(page.text().contains("<title>Parley</title>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "nothing/at/all.html", "WEB-INF/web.xml", "app/"})
    void where_nothing_is_the_answer_does_not_tell_what_server_it_is(String path) {
        Answer answer = get(path);
        assertEquals(404, answer.status());
        assertTrue(answer.text().contains("There is nothing at this address"), answer.toString());
        assertSaysNothing(answer);
    }

    @Test
    void what_cannot_be_asked_of_a_page_is_refused_as_quietly() {
        for (String method : List.of("PUT", "DELETE", "TRACE", "PROPFIND")) {
            Answer answer = nobody.send(HttpRequest.newBuilder(base.resolve("index.html"))
                    .method(method, BodyPublishers.noBody())
                    .build());
            assertTrue(answer.status() >= 400, answer.toString());
            assertSaysNothing(answer);
        }
    }

    private static void assertSaysNothing(Answer answer) {
        String text = answer.text().toLowerCase(Locale.ROOT);
        for (String inside : List.of("payara", "glassfish", "exception", "org.", "\tat ")) {
            assertFalse(text.contains(inside), answer.toString());
        }
        assertTrue(
                answer.header("Server").isEmpty()
                        && answer.header("X-Powered-By").isEmpty(),
                "names a server");
    }

    private Answer get(String path) {
        return nobody.send(HttpRequest.newBuilder(base.resolve(path)).build());
    }
}
