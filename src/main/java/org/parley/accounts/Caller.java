package org.parley.accounts;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.UUID;

/**
 * Who asks: the principal of every authenticated request and handshake, as the account was when it asked.
 *
 * @param sessionId the session whose token was shown; when it ends, so does everything the caller has open
 * @param address where the request or the handshake came from
 */
public record Caller(long accountId, String username, String displayName, boolean admin, UUID sessionId, String address)
        implements Principal {

    public static Caller of(Account account, UUID sessionId, String address) {
        return new Caller(account.id(), account.username(), account.displayName(), account.admin(), sessionId, address);
    }

    /** The caller of a REST request; {@code null} only where a resource is open to all. */
    public static Caller of(SecurityContext security) {
        return security.getUserPrincipal() instanceof Caller caller ? caller : null;
    }

    @Override
    public String getName() {
        return username;
    }
}
