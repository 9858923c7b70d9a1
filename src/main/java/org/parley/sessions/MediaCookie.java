package org.parley.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.parley.http.Proxies;
import org.parley.system.Secrets;
import org.parley.system.Uuids;

/**
 * A cookie that opens attachments, their thumbnails and the pictures of people to GET, and nothing else, because a page
 * shows pictures by their address and cannot send a token with it. Its value is the id of the session with a code
 * that only this server can make. So nothing is stored, and the cookie is worth nothing once the session has ended.
 */
@ApplicationScoped
class MediaCookie {
    private static final String NAME = "parley_media";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int OCTETS_OF_ID = 16;

    /** No other address may match: whatever matches is open to a person without a token. */
    private static final Pattern OPENED = Pattern.compile("/attachments/[^/;]+(/thumbnail)?|/users/[^/;]+/avatar");

    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    private Proxies proxies;
    private SecretKeySpec key;

    protected MediaCookie() {}

    @Inject
    MediaCookie(SigningKey signing, Proxies proxies) {
        this.proxies = proxies;
        this.key = new SecretKeySpec(
                Secrets.hash(concatenated(
                        NAME.getBytes(StandardCharsets.US_ASCII),
                        signing.privateKey().getEncoded())),
                ALGORITHM);
    }

    NewCookie set(UUID session, HttpServletRequest request) {
        byte[] id = Uuids.octets(session);
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(concatenated(id, code(id)));
        return cookie(value, LoginSession.LIFETIME, request);
    }

    NewCookie clear(HttpServletRequest request) {
        return cookie("", Duration.ZERO, request);
    }

    private NewCookie cookie(String value, Duration life, HttpServletRequest request) {
        return RefreshCookie.of(NAME, "/api", value, life, request, proxies);
    }

    /** The session that this request names by the cookie, if the cookie opens what it asks for. */
    Optional<UUID> session(HttpServletRequest request) {
        return opens(request) ? sent(request).flatMap(this::session) : Optional.empty();
    }

    private static boolean opens(HttpServletRequest request) {
        return METHODS.contains(request.getMethod())
                && request.getServletPath().equals("/api")
                && request.getPathInfo() != null
                && OPENED.matcher(request.getPathInfo()).matches();
    }

    private static Optional<String> sent(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .findFirst();
    }

    private Optional<UUID> session(String value) {
        try {
            byte[] octets = Base64.getUrlDecoder().decode(value);
            byte[] id = Arrays.copyOf(octets, OCTETS_OF_ID);
            return MessageDigest.isEqual(octets, concatenated(id, code(id)))
                    ? Optional.of(Uuids.of(id))
                    : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private byte[] code(byte[] id) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(id);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
