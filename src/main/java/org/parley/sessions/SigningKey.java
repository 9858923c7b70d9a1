package org.parley.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.parley.system.BadSetting;
import org.parley.system.Configuration;
import org.parley.system.Secrets;

/** The key by which this server signs access tokens, from the configuration or from its own file. */
@ApplicationScoped
class SigningKey {
    static final String SETTING = "parley.jwt.key";
    private static final String FILE = "jwt-key.pem";

    private PrivateKey privateKey;
    private PublicKey publicKey;

    protected SigningKey() {}

    /** @throws BadSetting if the configured key is none, or the file cannot be read or made */
    @Inject
    SigningKey(Configuration configuration) {
        String pem = configuration.signingKey().orElseGet(() -> fromFile(configuration.dataFolder()));
        try {
            ECPrivateKey key = parsed(pem);
            privateKey = key;
            publicKey = P256.publicKey(key);
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException malformed) {
            throw new BadSetting(SETTING, "is no PEM text of an EC P-256 key in PKCS#8");
        }
    }

    private static String fromFile(Path dataFolder) {
        Path file = dataFolder.resolve(FILE);
        try {
            return KeyFile.readOrMake(file);
        } catch (IOException unreadable) {
            throw new BadSetting(SETTING, "is not given, and the file " + file + " can be neither read nor made");
        }
    }

    /** Environment variables often carry line ends as {@code \n}; PEM needs none. */
    private static ECPrivateKey parsed(String pem) throws GeneralSecurityException {
        String text = pem.replace("\\n", "\n");
        if (!text.contains("-----BEGIN PRIVATE KEY-----")) {
            throw new IllegalArgumentException("not PKCS#8");
        }
        byte[] key = Base64.getDecoder().decode(text.replaceAll("-----[A-Z ]+-----|\\s", ""));
        ECPrivateKey parsed = (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key));
        if (!P256.holds(parsed)) {
            throw new IllegalArgumentException("another curve");
        }
        return parsed;
    }

    PrivateKey privateKey() {
        return privateKey;
    }

    PublicKey publicKey() {
        return publicKey;
    }

    /** SHA-256 of the public key, hexadecimal: tells keys apart and gives nothing away. */
    String fingerprint() {
        return HexFormat.of().formatHex(Secrets.hash(publicKey.getEncoded()));
    }

    /** The key's name in the header of tokens. */
    String id() {
        return fingerprint().substring(0, 16);
    }
}
