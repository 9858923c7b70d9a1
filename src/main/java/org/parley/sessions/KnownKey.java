package org.parley.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.parley.system.BadSetting;
import org.parley.system.LastingValues;

/** Which key the tokens of this database are signed by: nodes with different keys would sign each other's users out. */
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
                    "or its file is another key (fingerprint " + key.fingerprint() + ") than this database knows ("
                            + String.join("", known) + "); give back the old one, or delete the row '" + NAME
                            + "' of the table setting to sign everybody out");
        }
    }
}
