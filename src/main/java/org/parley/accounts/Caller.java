package org.parley.accounts;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.UUID;

/**
 * The caller: the principal of every authenticated request and handshake, as the account was at that moment.
 *
 * @param sessionId the session of the caller's token; when it ends, everything that the caller has open ends too
 * @param address the address from which the request or the handshake came
 */
public record Caller(long accountId, String username, String displayName, boolean admin, UUID sessionId, String address)
        implements Principal {

    /** The caller of a REST request. {@code null} only if the resource is open to everybody. */
    public static Caller of(SecurityContext security) {
        return security.getUserPrincipal() instanceof Caller caller ? caller : null;
    }

    @Override
    public String getName() {
        return username;
    }
}
