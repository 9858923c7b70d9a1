package org.parley.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.accounts.Account;
import org.parley.harness.Requests;
import org.parley.texts.Names;

class AccessTokensTest {
    private static final UUID SESSION = UUID.randomUUID();

    @TempDir
    Path folder;

    private SigningKey key;
    private AccessTokens tokens;
    private Account ann;

    @BeforeEach
    void setUp() {
        key = new SigningKey(Requests.configuration(folder, null));
        tokens = new AccessTokens(key, Clock.systemUTC());
        ann = new Account(1, Names.username("username", "ann"), "hash", Instant.now());
    }

    @Test
    void a_token_of_ours_tells_its_session_again_and_again() {
        String token = tokens.issue(ann, SESSION);
        assertEquals(Optional.of(SESSION), tokens.session(token));
        assertEquals(Optional.of(SESSION), tokens.session(token));
    }

    @Test
    void one_lives_on_where_its_key_moves_from_pem_to_a_web_key() {
        String pem = "-----BEGIN PRIVATE KEY-----"
                + Base64.getEncoder().encodeToString(key.privateKey().getEncoded()) + "-----END PRIVATE KEY-----";
        SigningKey earlier = new SigningKey(Requests.configuration(folder, pem));
        String token = new AccessTokens(earlier, Clock.systemUTC()).issue(ann, SESSION);
        assertEquals(Optional.of(SESSION), tokens.session(token));
    }

    @Test
    void it_says_what_the_contract_promises() {
        String payload = decoded(tokens.issue(ann, SESSION).split("\\.")[1]);
        for (String claim : new String[] {
            "\"sub\":\"1\"",
            "\"upn\":\"ann\"",
            "\"groups\":[\"user\"]",
            "\"sid\":\"" + SESSION + "\"",
            "\"aud\":",
            "\"iss\":"
        }) {
            assertTrue(payload.contains(claim), claim + " in " + payload);
        }
    }

    @Test
    void an_expired_one_is_refused() {
        Clock past = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-16));
        assertRefused(new AccessTokens(key, past).issue(ann, SESSION));
    }

    @Test
    void one_from_the_future_is_refused() {
        Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(5));
        assertRefused(new AccessTokens(key, ahead).issue(ann, SESSION));
    }

    @Test
    void one_that_lives_too_long_is_refused() {
        assertRefused(signed(claims().expiresAt(Instant.now().plus(Duration.ofHours(1)))));
    }

    @Test
    void one_for_another_audience_or_from_another_issuer_is_refused() {
        assertEquals(Optional.of(SESSION), tokens.session(signed(claims())), "the same, unaltered");
        assertRefused(signed(claims().audience("another")));
        assertRefused(signed(claims().issuer("another")));
    }

    @Test
    void one_without_a_session_is_refused() {
        assertRefused(signed(claims().remove("sid")));
        assertRefused(signed(claims().claim("sid", "no-uuid")));
    }

    @Test
    void one_signed_by_another_key_is_refused() {
        SigningKey others = new SigningKey(Requests.configuration(folder.resolve("other"), null));
        assertRefused(new AccessTokens(others, Clock.systemUTC()).issue(ann, SESSION));
        assertRefused(claims().jws()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(key.id())
                .sign(others.privateKey()));
    }

    @Test
    void one_with_an_altered_payload_is_refused() {
        String[] parts = tokens.issue(ann, SESSION).split("\\.");
        String payload =
                decoded(parts[1]).replace(SESSION.toString(), UUID.randomUUID().toString());
        assertRefused(parts[0] + "." + encoded(payload) + "." + parts[2]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE"})
    void one_that_says_it_needs_no_signature_is_refused(String algorithm) {
        String payload = tokens.issue(ann, SESSION).split("\\.")[1];
        String header = encoded("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}");
        assertRefused(header + "." + payload + ".");
        assertRefused(tokens.issue(ann, SESSION).split("\\.")[0] + "." + payload + ".");
    }

    @Test
    void one_with_our_public_key_as_its_secret_is_refused() throws GeneralSecurityException {
        String payload = tokens.issue(ann, SESSION).split("\\.")[1];
        String signed = encoded("{\"kid\":\"" + key.id() + "\",\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + payload;
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.publicKey().getEncoded(), "HmacSHA256"));
        assertRefused(signed + "." + encoded(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void one_of_another_algorithm_is_refused() throws GeneralSecurityException {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        assertRefused(claims().jws()
                .algorithm(SignatureAlgorithm.RS256)
                .keyId(key.id())
                .sign(rsa.generateKeyPair().getPrivate()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../../dev/null", "", "' or 1=1", "0000000000000000"})
    void one_with_another_key_id_is_refused_though_the_signature_is_right(String id) {
        assertRefused(
                claims().jws().algorithm(SignatureAlgorithm.ES256).keyId(id).sign(key.privateKey()));
    }

    @Test
    void one_that_brings_or_names_a_key_is_refused() {
        SigningKey others = new SigningKey(Requests.configuration(folder.resolve("other"), null));
        assertRefused(claims().jws()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(key.id())
                .jwk(others.publicKey())
                .sign(others.privateKey()));
        assertRefused(claims().jws()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(key.id())
                .header("jku", "https://evil.example/keys")
                .sign(key.privateKey()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "Bearer", "null"})
    void what_is_no_token_is_refused(String text) {
        assertRefused(text);
    }

    private void assertRefused(String token) {
        assertEquals(Optional.empty(), tokens.session(token));
    }

    private static JwtClaimsBuilder claims() {
        return Jwt.claims(Map.of("sid", SESSION.toString()))
                .issuer("parley")
                .audience("parley")
                .subject("1")
                .upn("ann")
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plus(Duration.ofMinutes(15)));
    }

    private String signed(JwtClaimsBuilder claims) {
        return claims.jws().algorithm(SignatureAlgorithm.ES256).keyId(key.id()).sign(key.privateKey());
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }
}
