package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.harness.Requests;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.system.Configuration;

class OriginsTest {
    private final Origins unnamed = origins(null);
    private final Origins named = origins("https://chat.example/talk");

    @ParameterizedTest
    @ValueSource(strings = {"http://chat.example:8080", "HTTP://Chat.Example:8080", "https://friends.example"})
    void the_requests_own_origin_and_configured_ones_pass(String origin) {
        assertDoesNotThrow(
                () -> unnamed.judge(Requests.from("127.0.0.1", "Host", "chat.example:8080", "Origin", origin)));
    }

    @Test
    void a_request_that_no_page_made_passes() {
        assertDoesNotThrow(() -> unnamed.judge(Requests.from("127.0.0.1", "Host", "chat.example:8080")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "null",
                "",
                "http://chat.example:8080.evil.example",
                "http://chat.example",
                "http://chat.example:8081",
                "https://chat.example:8080",
                "http://evil-chat.example:8080",
                "http://x.chat.example:8080",
                "http://chat.example:8080/",
                "http://chat.example:8080@evil.example",
                "http://evil.example@chat.example:8080",
                "chat.example:8080",
                "file://",
                "http://friends.example",
                "http://chat.example:8080 http://evil.example",
                "http://chat.example:8080#x",
                "http://chat.example:"
            })
    void every_other_origin_is_refused(String origin) {
        refused(unnamed, Requests.from("127.0.0.1", "Host", "chat.example:8080", "Origin", origin));
    }

    @Test
    void every_one_of_several_origins_must_pass() {
        refused(
                unnamed,
                Requests.from(
                        "127.0.0.1",
                        "Host",
                        "chat.example",
                        "Origin",
                        "http://chat.example",
                        "Origin",
                        "http://evil.example"));
    }

    @Test
    void with_a_public_url_the_host_header_does_not_decide() {
        assertDoesNotThrow(
                () -> named.judge(Requests.from("127.0.0.1", "Host", "inside:8080", "Origin", "https://chat.example")));
        assertDoesNotThrow(() ->
                named.judge(Requests.from("127.0.0.1", "Host", "inside:8080", "Origin", "https://chat.example:443")));
        refused(named, Requests.from("127.0.0.1", "Host", "evil.example", "Origin", "http://evil.example"));
    }

    private static void refused(Origins origins, jakarta.servlet.http.HttpServletRequest request) {
        assertEquals(
                Code.FORBIDDEN,
                assertThrows(Refusal.class, () -> origins.judge(request)).code());
    }

    private static Origins origins(String publicUrl) {
        Configuration configuration =
                Requests.configuration(publicUrl, List.of(), List.of("https://friends.example:443"));
        return new Origins(configuration, new Proxies(configuration));
    }
}
