package org.parley.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.harness.Requests;
import org.parley.http.Proxies;

/** What the list of sessions shows about a device. */
class ClientTest {
    private static final Proxies PROXIES = new Proxies(Requests.configuration(null, List.of(), List.of()));

    @Test
    void the_name_of_a_browser_is_kept() {
        assertEquals("Firefox/140 (Müller's)", agent("Firefox/140 (Müller's)"));
    }

    @Test
    void the_name_of_a_browser_commands_no_terminal() {
        assertEquals("31mFire2Jfox", agent("\u009B31mFire\u001B\u009D\u00852Jfox\u007F"));
    }

    private static String agent(String header) {
        return Client.of(Requests.from("192.0.2.1", "User-Agent", header), PROXIES)
                .userAgent();
    }
}
