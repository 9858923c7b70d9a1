package org.parley.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.parley.http.Origins;
import org.parley.http.Proxies;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

/** The refresh token as a cookie. No script can read it, and the browser sends it to no other path or site. */
@ApplicationScoped
class RefreshCookie {
    private static final String NAME = "parley_refresh";

    @Inject
    Proxies proxies;

    @Inject
    Origins origins;

    NewCookie set(String token, HttpServletRequest request) {
        return cookie(token, LoginSession.LIFETIME, request);
    }

    NewCookie clear(HttpServletRequest request) {
        return cookie("", Duration.ZERO, request);
    }

    private NewCookie cookie(String value, Duration life, HttpServletRequest request) {
        return of(NAME, "/api/auth", value, life, request, proxies);
    }

    /** A cookie that no script can read and no other site can send. @param path below the path of the application */
    static NewCookie of(
            String name, String path, String value, Duration life, HttpServletRequest request, Proxies proxies) {
        return new NewCookie.Builder(name)
                .value(value)
                .path(proxies.path(request) + path)
                .maxAge(Math.toIntExact(life.toSeconds()))
                .secure(proxies.secure(request))
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    /**
     * The token that the browser sent.
     *
     * @throws Refusal if a page of another site may have sent the request: by a form (any type but JSON), or by its
     *     origin
     */
    Optional<String> token(HttpServletRequest request) {
        Optional<String> token = sent(request);
        if (token.isPresent()) {
            judgeType(request);
            origins.judge(request);
        }
        return token;
    }

    private static Optional<String> sent(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .filter(value -> !value.isEmpty())
                        .findFirst();
    }

    /** No type means no body. A page of another site cannot send JSON without a preflight request. */
    private static void judgeType(HttpServletRequest request) {
        String type = request.getContentType();
        if (type != null && !type.toLowerCase(Locale.ROOT).matches("application/json\\s*(;.*)?")) {
            throw Refusal.of(Code.UNSUPPORTED_TYPE, "A request with the refresh cookie must be application/json.");
        }
    }
}
