package org.parley.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.harness.Requests;
import org.parley.http.Origins;
import org.parley.http.Proxies;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.system.Configuration;

class RefreshCookieTest {
    private static final String COOKIE = "other=1; parley_refresh=secret";

    @Test
    void no_script_and_no_other_site_or_path_gets_it() {
        assertEquals(
                Set.of(
                        "parley_refresh=secret",
                        "Path=/chat/api/auth",
                        "Max-Age=2592000",
                        "HttpOnly",
                        "SameSite=Strict"),
                parts(cookie(null).set("secret", request())));
    }

    @Test
    void under_https_it_never_travels_in_the_clear() {
        Set<String> parts = parts(cookie("https://chat.example/talk").set("secret", request()));
        assertTrue(parts.containsAll(Set.of("Secure", "Path=/talk/api/auth")), parts.toString());
    }

    @Test
    void signing_out_takes_it_away() {
        assertEquals(
                Set.of("parley_refresh=", "Path=/chat/api/auth", "Max-Age=0", "HttpOnly", "SameSite=Strict"),
                parts(cookie(null).clear(request())));
    }

    @Test
    void it_is_taken_with_json_or_without_a_body() {
        assertEquals(Optional.of("secret"), cookie(null).token(request("Cookie", COOKIE)));
        assertEquals(
                Optional.of("secret"),
                cookie(null).token(request("Cookie", COOKIE, "Content-Type", "application/json; charset=utf-8")));
        assertEquals(Optional.empty(), cookie(null).token(request()));
        assertEquals(Optional.empty(), cookie(null).token(request("Cookie", "parley_refresh=")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain",
                "text/plain; application/json", "application/jsonx", ""
            })
    void with_what_a_form_could_send_it_is_refused(String type) {
        HttpServletRequest request = request("Cookie", COOKIE, "Content-Type", type);
        assertEquals(
                Code.UNSUPPORTED_TYPE,
                assertThrows(Refusal.class, () -> cookie(null).token(request)).code());
    }

    @Test
    void from_another_origin_it_is_refused() {
        HttpServletRequest request =
                request("Cookie", COOKIE, "Content-Type", "application/json", "Origin", "http://evil.example");
        assertEquals(
                Code.FORBIDDEN,
                assertThrows(Refusal.class, () -> cookie(null).token(request)).code());
    }

    /** As the server writes it, without the attribute of RFC 2109 that no browser reads. */
    private static Set<String> parts(NewCookie cookie) {
        String header = RuntimeDelegate.getInstance()
                .createHeaderDelegate(NewCookie.class)
                .toString(cookie);
        return Arrays.stream(header.split(";"))
                .filter(part -> !part.startsWith("Version="))
                .collect(Collectors.toSet());
    }

    private static HttpServletRequest request(String... headers) {
        return Requests.from("127.0.0.1", headers);
    }

    private static RefreshCookie cookie(String publicUrl) {
        Configuration configuration = Requests.configuration(publicUrl, List.of(), List.of());
        RefreshCookie cookie = new RefreshCookie();
        cookie.proxies = new Proxies(configuration);
        cookie.origins = new Origins(configuration, cookie.proxies);
        return cookie;
    }
}
