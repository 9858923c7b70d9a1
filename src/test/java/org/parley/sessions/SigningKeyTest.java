package org.parley.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.harness.Requests;
import org.parley.system.BadSetting;

class SigningKeyTest {
    @TempDir
    Path folder;

    @Test
    void the_first_start_makes_a_key_that_only_its_owner_can_read() throws IOException {
        new SigningKey(Requests.configuration(folder.resolve("data"), null));
        Path file = folder.resolve("data/jwt-key.pem");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
    }

    @Test
    void a_key_that_everybody_may_read_stops_the_start() throws IOException {
        new SigningKey(Requests.configuration(folder, null));
        Path file = folder.resolve("jwt-key.pem");
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
    void what_a_start_that_was_killed_has_left_half_written_is_written_anew() throws IOException {
        Files.writeString(folder.resolve("jwt-key.pem.new"), "-----BEGIN");
        new SigningKey(Requests.configuration(folder, null));
        assertTrue(Files.readString(folder.resolve("jwt-key.pem")).endsWith("-----END PRIVATE KEY-----\n"));
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
    void a_configured_key_may_have_its_line_ends_escaped() throws GeneralSecurityException {
        String pem = pem(pair("EC", "secp256r1").getPrivate());
        assertEquals(
                new SigningKey(Requests.configuration(folder, pem)).id(),
                new SigningKey(Requests.configuration(folder, pem.replace("\n", "\\n"))).id());
    }

    @Test
    void any_other_key_stops_the_start_with_one_line() throws GeneralSecurityException {
        assertRefused("not a key");
        assertRefused("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----");
        assertRefused(pem(pair("EC", "secp384r1").getPrivate()));
        assertRefused(pem(pair("RSA", null).getPrivate()));
        assertRefused(pem(pair("EC", "secp256r1").getPrivate()).replace("PRIVATE KEY", "EC PRIVATE KEY"));
    }

    private void assertRefused(String pem) {
        String line = assertThrows(BadSetting.class, () -> new SigningKey(Requests.configuration(folder, pem)))
                .getMessage();
        assertEquals("Setting parley.jwt.key is no PEM text of an EC P-256 key in PKCS#8.", line);
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
