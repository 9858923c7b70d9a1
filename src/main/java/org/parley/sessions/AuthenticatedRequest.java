package org.parley.sessions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import org.parley.accounts.Caller;

/**
 * A request whose caller is known. JAX-RS and the socket container read the principal here: the {@link Caller} of a
 * REST request, or the {@link Arrival} of a handshake.
 */
final class AuthenticatedRequest extends HttpServletRequestWrapper {
    private final Caller caller;
    private final Principal principal;

    AuthenticatedRequest(HttpServletRequest request, Caller caller) {
        super(request);
        this.caller = caller;
        this.principal = caller;
    }

    AuthenticatedRequest(HttpServletRequest request, Arrival arrival) {
        super(request);
        this.caller = arrival.caller();
        this.principal = arrival;
    }

    @Override
    public Principal getUserPrincipal() {
        return principal;
    }

    @Override
    public String getRemoteUser() {
        return caller.username();
    }

    @Override
    public boolean isUserInRole(String role) {
        return role.equals("user") || (role.equals("admin") && caller.admin());
    }

    @Override
    public String getAuthType() {
        return "Bearer";
    }

    /** Tyrus calls this at each handshake; the original would wait for the name service. */
    @Override
    public String getLocalName() {
        return getLocalAddr();
    }
}
