package org.parley.sessions;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.parley.accounts.Account;

/**
 * Signs and verifies access tokens (JWT, ES256). A token proves only which session it was made for. Whether the session
 * is still alive and what its account may do is read from the database each time.
 */
@ApplicationScoped
class AccessTokens {
    static final Duration LIFETIME = Duration.ofMinutes(15);

    private static final String ISSUER = "parley";
    private static final String AUDIENCE = "parley";
    private static final String SESSION = "sid";

    /** How far another server's clock may be ahead. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private VerifiedTokens verified;
    private Clock clock;
    private SigningKey key;
    private JWTParser parser;
    private String header;

    protected AccessTokens() {}

    @Inject
    AccessTokens(SigningKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
        verified = new VerifiedTokens(clock);
        parser = new DefaultJWTParser(expectations());
        header = header(sign(Jwt.claims()));
    }

    private JWTAuthContextInfo expectations() {
        JWTAuthContextInfo expected = new JWTAuthContextInfo(key.publicKey(), ISSUER);
        expected.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
        expected.setExpectedAudience(Set.of(AUDIENCE));
        expected.setMaxTimeToLiveSecs(LIFETIME.toSeconds());
        expected.setRequiredClaims(Set.of(SESSION));
        return expected;
    }

    private static String header(String token) {
        return token.substring(0, token.indexOf('.') + 1);
    }

    String issue(Account account, UUID session) {
        Instant now = clock.instant();
        return sign(Jwt.issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(Long.toString(account.id()))
                .upn(account.username())
                .groups(account.admin() ? Set.of("user", "admin") : Set.of("user"))
                .claim(SESSION, session.toString())
                .issuedAt(now)
                .expiresAt(now.plus(LIFETIME)));
    }

    private String sign(JwtClaimsBuilder claims) {
        return claims.jws().algorithm(SignatureAlgorithm.ES256).keyId(key.id()).sign(key.privateKey());
    }

    /**
     * The session of a token, if this server signed the token and it has not expired.
     *
     * <p>The header of our tokens is always the same text. Any other header is refused before it is parsed: no
     * algorithm, a symmetric one, a key of the sender, or a key id that is a path.
     */
    Optional<UUID> session(String token) {
        if (!token.startsWith(header)) {
            return Optional.empty();
        }
        Optional<UUID> known = verified.find(token);
        return known.isPresent() ? known : verify(token);
    }

    private Optional<UUID> verify(String token) {
        try {
            JsonWebToken claims = parser.parse(token);
            if (claims.getIssuedAtTime() > clock.instant().plus(SKEW).getEpochSecond()) {
                return Optional.empty();
            }
            UUID session = UUID.fromString(claims.getClaim(SESSION));
            verified.add(token, session, Instant.ofEpochSecond(claims.getExpirationTime()));
            return Optional.of(session);
        } catch (ParseException | IllegalArgumentException | ClassCastException notOurs) {
            return Optional.empty();
        }
    }
}
