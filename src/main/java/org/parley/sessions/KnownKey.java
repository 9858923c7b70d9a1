package org.parley.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.parley.system.BadSetting;
import org.parley.system.LastingValues;

/**
 * Checks that this server has the key that the database knows. Servers with different keys would reject each other's
 * tokens.
 */
@ApplicationScoped
class KnownKey {
    private static final String NAME = "jwt.key";

    @Inject
    LastingValues values;

    @Inject
    SigningKey key;

    /** @throws BadSetting if the database knows another key */
    void check() {
        values.keep(NAME, key.fingerprint());
        List<String> known = values.of(NAME);
        if (!known.contains(key.fingerprint())) {
            throw new BadSetting(
                    SigningKey.SETTING,
                    "or its file has another key (fingerprint " + key.fingerprint() + ") than the database expects ("
                            + String.join("", known) + "); restore the old key, or delete the row '" + NAME
                            + "' of the table setting to sign everybody out");
        }
    }
}
