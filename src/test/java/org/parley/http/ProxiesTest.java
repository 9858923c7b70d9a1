package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.harness.Requests;
import org.parley.system.BadSetting;

class ProxiesTest {
    private static final String PROXY = "10.0.0.1";
    private static final String STRANGER = "203.0.113.9";

    private final Proxies proxies = proxies(null, PROXY, "::1");

    @Test
    void a_strangers_forwarded_headers_do_not_count() {
        var request = Requests.from(
                STRANGER,
                "Host",
                "chat.example",
                "X-Forwarded-For",
                "1.2.3.4",
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Host",
                "evil.example");
        assertEquals(STRANGER, proxies.address(request));
        assertEquals("http://chat.example", proxies.origin(request));
        assertFalse(proxies.secure(request));
    }

    @Test
    void a_trusted_proxys_do() {
        var request = Requests.from(
                PROXY,
                "Host",
                "inside:8080",
                "X-Forwarded-For",
                STRANGER,
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Host",
                "chat.example");
        assertEquals(STRANGER, proxies.address(request));
        assertEquals("https://chat.example", proxies.origin(request));
        assertTrue(proxies.secure(request));
    }

    @Test
    void what_the_sender_wrote_in_front_of_the_proxys_word_does_not_count() {
        assertEquals(
                STRANGER, proxies.address(Requests.from(PROXY, "X-Forwarded-For", "1.2.3.4, " + STRANGER + ", ::1")));
        assertEquals(
                STRANGER,
                proxies.address(Requests.from(PROXY, "X-Forwarded-For", "1.2.3.4", "X-Forwarded-For", STRANGER)));
    }

    @Test
    void the_sender_does_not_choose_the_origin_where_a_proxy_appends() {
        var one = Requests.from(
                PROXY,
                "Host",
                "inside",
                "X-Forwarded-For",
                "1.2.3.4, " + STRANGER,
                "X-Forwarded-Proto",
                "https, http",
                "X-Forwarded-Host",
                "evil.example, chat.example");
        assertEquals("http://chat.example", proxies.origin(one));
        var two = Requests.from(
                PROXY,
                "X-Forwarded-For",
                "1.2.3.4, " + STRANGER + ", ::1",
                "X-Forwarded-Proto",
                "ftp, https, http",
                "X-Forwarded-Host",
                "evil.example, chat.example, inside");
        assertEquals("https://chat.example", proxies.origin(two));
        var outer = Requests.from(
                PROXY,
                "X-Forwarded-For",
                STRANGER + ", ::1",
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Host",
                "chat.example");
        assertEquals("https://chat.example", proxies.origin(outer), "which only the outer proxy says");
    }

    @Test
    void a_header_without_a_word_says_nothing() {
        for (String nothing : List.of(",", " , ", "")) {
            assertEquals(
                    "http://inside",
                    proxies.origin(Requests.from(
                            PROXY, "Host", "inside", "X-Forwarded-Host", nothing, "X-Forwarded-Proto", nothing)),
                    nothing);
        }
    }

    @Test
    void what_is_no_address_is_not_taken_for_one() {
        for (String hop : List.of("localhost", "999.999.999.999", "256.1.1.1", ".:1", "1.2.3")) {
            assertEquals(PROXY, proxies.address(Requests.from(PROXY, "X-Forwarded-For", hop)), hop);
        }
        assertEquals(PROXY, proxies.address(Requests.from(PROXY)));
    }

    @Test
    void one_address_may_be_written_in_several_ways() {
        assertEquals(STRANGER, proxies.address(Requests.from("0:0:0:0:0:0:0:1", "X-Forwarded-For", STRANGER)));
    }

    @Test
    void a_port_beside_an_address_is_not_of_it() {
        for (String hop : List.of("203.0.113.9:5678", "203.0.113.9")) {
            assertEquals("203.0.113.9", proxies.address(Requests.from(PROXY, "X-Forwarded-For", hop)));
        }
        String six = proxies.address(Requests.from(PROXY, "X-Forwarded-For", "2001:db8::1"));
        assertEquals(six, proxies.address(Requests.from(PROXY, "X-Forwarded-For", "[2001:db8::1]:443")));
        assertEquals(six, proxies.address(Requests.from(PROXY, "X-Forwarded-For", "[2001:db8::1]")));
    }

    @Test
    void a_forwarded_port_belongs_to_the_origin() {
        assertEquals(
                "https://chat.example:8443",
                proxies.origin(Requests.from(
                        PROXY,
                        "X-Forwarded-Proto",
                        "https",
                        "X-Forwarded-Host",
                        "chat.example",
                        "X-Forwarded-Port",
                        "8443")));
    }

    @Test
    void a_public_url_decides_whatever_the_request_says() {
        Proxies known = proxies("https://chat.example/talk/", PROXY);
        var request = Requests.from(PROXY, "Host", "evil.example", "X-Forwarded-Proto", "http");
        assertEquals("https://chat.example", known.origin(request));
        assertEquals("/talk", known.path(request));
        assertTrue(known.secure(request));
    }

    @Test
    void the_path_is_the_context_root_unless_the_public_url_has_one() {
        assertEquals("/chat", proxies.path(Requests.from(STRANGER)));
        assertEquals("/chat", proxies("https://chat.example", PROXY).path(Requests.from(STRANGER)));
    }

    @Test
    void a_trusted_proxy_is_named_by_its_address() {
        assertThrows(BadSetting.class, () -> proxies(null, "localhost"));
        assertThrows(BadSetting.class, () -> proxies(null, "999.1.1.1"));
    }

    private static Proxies proxies(String publicUrl, String... trusted) {
        return new Proxies(Requests.configuration(publicUrl, List.of(trusted), List.of()));
    }
}
