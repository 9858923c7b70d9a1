package org.parley.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;

/** A request whose caller is known; JAX-RS and the socket container both read the principal here. */
final class AuthenticatedRequest extends HttpServletRequestWrapper {
    private final Caller caller;

    AuthenticatedRequest(HttpServletRequest request, Caller caller) {
        super(request);
        this.caller = caller;
    }

    @Override
    public Principal getUserPrincipal() {
        return caller;
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

    /** Tyrus asks at each handshake, which would wait for the name service each time. */
    @Override
    public String getLocalName() {
        return getLocalAddr();
    }
}
