package org.parley.accounts;

import java.security.Principal;
import java.util.UUID;

/**
 * Who asks: the principal of every authenticated request and handshake, as the account was when it asked.
 *
 * @param sessionId the session whose token was shown; when it ends, so does everything the caller has open
 */
public record Caller(long accountId, String username, String displayName, boolean admin, UUID sessionId)
        implements Principal {
    @Override
    public String getName() {
        return username;
    }
}
