package org.parley.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import org.parley.accounts.Users;

/**
 * Gives a session to its client: the access token in the body, the refresh token as a cookie or, on request, in the
 * body.
 */
@ApplicationScoped
class SessionAnswers {
    @Inject
    AccessTokens tokens;

    @Inject
    Users users;

    @Inject
    RefreshCookie cookie;

    @Inject
    MediaCookie media;

    /** @param withCookie {@code null} means yes */
    Response answer(Response.Status status, OpenSession session, Boolean withCookie, HttpServletRequest request) {
        return Boolean.FALSE.equals(withCookie) ? inBody(status, session) : withCookie(status, session, request);
    }

    private Response withCookie(Response.Status status, OpenSession session, HttpServletRequest request) {
        return Response.status(status)
                .entity(json(session, null))
                .cookie(cookie.set(session.refreshToken(), request), media.set(session.sessionId(), request))
                .build();
    }

    private Response inBody(Response.Status status, OpenSession session) {
        return Response.status(status)
                .entity(json(session, session.refreshToken()))
                .build();
    }

    private SessionJson json(OpenSession session, String refreshToken) {
        return new SessionJson(
                users.of(session.account()),
                tokens.issue(session.account(), session.sessionId()),
                "Bearer",
                AccessTokens.LIFETIME.toSeconds(),
                refreshToken);
    }
}
