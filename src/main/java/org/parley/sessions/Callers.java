package org.parley.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.parley.accounts.Caller;

/** Finds the caller by an access token, a ticket or the media cookie. */
@ApplicationScoped
class Callers {
    @Inject
    AccessTokens tokens;

    @Inject
    IssuingTickets tickets;

    @Inject
    LoginSessions sessions;

    @Inject
    MediaCookie media;

    Optional<Caller> byToken(String accessToken, String address) {
        return tokens.session(accessToken).flatMap(id -> sessions.caller(id, address));
    }

    Optional<Caller> byTicket(String ticket, String address) {
        return tickets.spend(ticket).flatMap(id -> sessions.caller(id, address));
    }

    Optional<Caller> byMediaCookie(HttpServletRequest request, String address) {
        return media.session(request).flatMap(id -> sessions.caller(id, address));
    }
}
