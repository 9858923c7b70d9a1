package org.parley.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.HexFormat;
import org.parley.system.BadSetting;
import org.parley.system.Configuration;
import org.parley.system.Secrets;

/** The key by which this server signs access tokens, from the configuration or from its own file. */
@ApplicationScoped
class SigningKey {
    static final String SETTING = "parley.jwt.key";

    private KeyPair pair;

    protected SigningKey() {}

    /** @throws BadSetting if the configured key is none, or the file cannot be read or made */
    @Inject
    SigningKey(Configuration configuration) {
        String text = configuration.signingKey().orElseGet(() -> fromFile(configuration.dataFolder()));
        try {
            pair = KeyText.read(text);
        } catch (GeneralSecurityException malformed) {
            throw new BadSetting(SETTING, "is neither a JSON Web Key nor PEM text (PKCS#8) of a private EC P-256 key");
        }
    }

    private static String fromFile(Path dataFolder) {
        try {
            return KeyFile.readOrMake(dataFolder);
        } catch (IOException unreadable) {
            throw new BadSetting(
                    SETTING, "is not given, and its file in " + dataFolder + " can be neither read nor made");
        }
    }

    PrivateKey privateKey() {
        return pair.getPrivate();
    }

    PublicKey publicKey() {
        return pair.getPublic();
    }

    /** SHA-256 of the public key, hexadecimal: tells keys apart and gives nothing away. Databases know it. */
    String fingerprint() {
        return HexFormat.of().formatHex(Secrets.hash(publicKey().getEncoded()));
    }

    /** The key's name in the header of tokens. */
    String id() {
        return fingerprint().substring(0, 16);
    }
}
