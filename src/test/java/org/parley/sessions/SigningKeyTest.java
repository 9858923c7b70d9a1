package org.parley.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.harness.Requests;
import org.parley.system.BadSetting;

class SigningKeyTest {
    /** As Java writes a key, without its public half. */
    private static final String PEM =
            """
            -----BEGIN PRIVATE KEY-----
            MEECAQAwEwYHKoZIzj0CAQYIKoZIzj0DAQcEJzAlAgEBBCDaWtp7Hqir2/gwPHFf
            2xTmZkhiLZWIwmGaRXMwA28egg==
            -----END PRIVATE KEY-----
            """;

    /** The same key as OpenSSL writes it. */
    private static final String PEM_OF_BOTH_HALVES =
            """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg2lraex6oq9v4MDxx
            X9sU5mZIYi2ViMJhmkVzMANvHoKhRANCAAQjPkBFPSzZMLSA8/P5yfpJYltrhdyZ
            KKA0TTlImkDFOtV1BK2FfRoMj7Nx+7l7j16tW0xEuFTe2ZYhwFCJkBXt
            -----END PRIVATE KEY-----
            """;

    private static final String X = "Iz5ART0s2TC0gPPz-cn6SWJba4XcmSigNE05SJpAxTo";
    private static final String D = "2lraex6oq9v4MDxxX9sU5mZIYi2ViMJhmkVzMANvHoI";
    private static final String WEB_KEY = "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + X
            + "\",\"y\":\"1XUErYV9GgyPs3H7uXuPXq1bTES4VN7ZliHAUImQFe0\",\"d\":\"" + D + "\"}";

    /** Of the public half, as {@code openssl pkey -pubout -outform DER | sha256sum} has it. */
    private static final String FINGERPRINT = "7653ae2ab5fc40115d130c104535b10548133045977ea342e5c9e9d98c568458";

    @TempDir
    Path folder;

    @Test
    void the_first_start_makes_a_key_that_only_its_owner_can_read() throws IOException {
        new SigningKey(Requests.configuration(folder.resolve("data"), null));
        Path file = folder.resolve("data/jwt-key.jwk");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
    }

    @Test
    void a_key_that_everybody_may_read_stops_the_start() throws IOException {
        new SigningKey(Requests.configuration(folder, null));
        Path file = folder.resolve("jwt-key.jwk");
        for (String open : List.of("rw----r--", "rw-----w-")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(open));
            assertThrows(BadSetting.class, () -> new SigningKey(Requests.configuration(folder, null)), open);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        new SigningKey(Requests.configuration(folder, null));
    }

    @Test
    void the_next_start_finds_it_again() {
        String first = new SigningKey(Requests.configuration(folder, null)).fingerprint();
        assertEquals(first, new SigningKey(Requests.configuration(folder, null)).fingerprint());
        assertNotEquals(first, new SigningKey(Requests.configuration(folder.resolve("other"), null)).fingerprint());
    }

    @Test
    void the_file_is_a_web_key_with_both_halves() throws IOException, JoseException {
        SigningKey key = new SigningKey(Requests.configuration(folder, null));
        PublicJsonWebKey file = PublicJsonWebKey.Factory.newPublicJwk(Files.readString(folder.resolve("jwt-key.jwk")));
        assertEquals(key.publicKey(), file.getPublicKey());
        assertEquals(key.privateKey(), file.getPrivateKey());
        assertEquals("ES256", file.getAlgorithm());
    }

    @Test
    void what_a_start_that_was_killed_has_left_half_written_is_no_key() throws IOException {
        Files.writeString(folder.resolve("jwt-key.jwk1.new"), "{\"kty\":");
        String key = new SigningKey(Requests.configuration(folder, null)).id();
        assertEquals(key, new SigningKey(Requests.configuration(folder, null)).id());
    }

    @Test
    void of_many_that_start_at_once_all_have_the_key_of_the_first_and_nothing_else_stays() throws IOException {
        for (int round = 0; round < 20; round++) {
            Path data = folder.resolve("data" + round);
            Set<String> keys = IntStream.range(0, 8)
                    .mapToObj(start -> CompletableFuture.supplyAsync(
                            () -> new SigningKey(Requests.configuration(data, null)).id(),
                            task -> new Thread(task).start()))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .collect(Collectors.toSet());
            assertEquals(1, keys.size());
            try (Stream<Path> files = Files.list(data)) {
                assertEquals(List.of(data.resolve("jwt-key.jwk")), files.toList());
            }
        }
    }

    @Test
    void the_pem_file_of_an_earlier_version_goes_on_as_it_is() throws IOException {
        Path file = Files.writeString(folder.resolve("jwt-key.pem"), PEM);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertEquals(FINGERPRINT, new SigningKey(Requests.configuration(folder, null)).fingerprint());
        assertEquals(PEM, Files.readString(file));
        assertFalse(Files.exists(folder.resolve("jwt-key.jwk")));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw----r--"));
        assertThrows(BadSetting.class, () -> new SigningKey(Requests.configuration(folder, null)));
    }

    @Test
    void one_key_has_one_fingerprint_in_whatever_form_it_comes() {
        for (String text : List.of(PEM, PEM_OF_BOTH_HALVES, WEB_KEY, "\n " + WEB_KEY)) {
            SigningKey key = new SigningKey(Requests.configuration(folder, text));
            assertEquals(FINGERPRINT, key.fingerprint());
            assertEquals("7653ae2ab5fc4011", key.id());
        }
    }

    @Test
    void the_public_half_is_found_from_the_private_one() throws GeneralSecurityException {
        for (int round = 0; round < 5; round++) {
            KeyPair pair = pair("EC", "secp256r1");
            SigningKey key = new SigningKey(Requests.configuration(folder, pem(pair.getPrivate())));
            assertEquals(pair.getPublic(), key.publicKey());
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.privateKey());
            byte[] signed = signature.sign();
            signature.initVerify(key.publicKey());
            assertTrue(signature.verify(signed));
        }
    }

    @Test
    void a_configured_key_may_have_its_line_ends_escaped_or_lost() {
        for (String end : List.of("\r\n", "\\n", " ", "")) {
            SigningKey key = new SigningKey(Requests.configuration(folder, PEM.replace("\n", end)));
            assertEquals(FINGERPRINT, key.fingerprint());
        }
    }

    @Test
    void any_other_key_stops_the_start_with_one_line() throws GeneralSecurityException {
        assertRefused("not a key");
        assertRefused("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----");
        assertRefused(pem(pair("EC", "secp384r1").getPrivate()));
        assertRefused(pem(pair("RSA", null).getPrivate()));
        assertRefused(pem(pair("EC", "secp256r1").getPrivate()).replace("PRIVATE KEY", "EC PRIVATE KEY"));
    }

    @Test
    void so_does_a_web_key_that_is_another_or_not_whole() throws JoseException {
        assertRefused("{");
        assertRefused("{}");
        assertRefused("{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}");
        assertRefused(EcJwkGenerator.generateJwk(EllipticCurves.P384).toJson(OutputControlLevel.INCLUDE_PRIVATE));
        assertRefused(RsaJwkGenerator.generateJwk(2048).toJson(OutputControlLevel.INCLUDE_PRIVATE));
        assertRefused(EcJwkGenerator.generateJwk(EllipticCurves.P256).toJson(OutputControlLevel.PUBLIC_ONLY));
        String private2 = (String) EcJwkGenerator.generateJwk(EllipticCurves.P256)
                .toParams(OutputControlLevel.INCLUDE_PRIVATE)
                .get("d");
        assertRefused(WEB_KEY.replace(D, private2));
        assertRefused(WEB_KEY.replace(X, D));
        assertRefused(WEB_KEY.replace(X, ""));
        assertRefused(WEB_KEY.replace(D, "%"));
        assertRefused(WEB_KEY.replace("\"" + X + "\"", "1"));
    }

    private void assertRefused(String text) {
        String line = assertThrows(BadSetting.class, () -> new SigningKey(Requests.configuration(folder, text)), text)
                .getMessage();
        assertEquals(
                "Setting parley.jwt.key is neither a JSON Web Key nor PEM text (PKCS#8) of a private EC P-256 key.",
                line);
    }

    private static KeyPair pair(String algorithm, String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (curve != null) {
            generator.initialize(new ECGenParameterSpec(curve));
        }
        return generator.generateKeyPair();
    }

    private static String pem(PrivateKey key) {
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }
}
