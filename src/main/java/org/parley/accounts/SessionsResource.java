package org.parley.accounts;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.parley.problems.Refusal;
import org.parley.system.Paging;

/** One's own sessions: where one is signed in, and the end of it. */
@Path("auth/sessions")
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {
    @Inject
    LoginSessions sessions;

    @Inject
    EndingSessions ending;

    @Context
    SecurityContext security;

    @GET
    public SessionsJson list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        Paging paging = Paging.of(limit, cursor);
        Caller caller = Caller.of(security);
        Position from = Position.after(paging.after());
        List<LoginSession> found = sessions.of(caller.accountId(), from.createdAt(), from.id(), paging.limit() + 1);
        return new SessionsJson(
                paging.page(found).stream()
                        .map(session -> LoginSessionJson.of(session, caller))
                        .toList(),
                paging.next(found, Position::of));
    }

    @DELETE
    @Path("{id}")
    public void revoke(@PathParam("id") String id) {
        try {
            ending.revoke(Caller.of(security), UUID.fromString(id));
        } catch (IllegalArgumentException noId) {
            throw Refusal.notFound();
        }
    }

    /** Where a page begins. */
    private record Position(Instant createdAt, UUID id) {
        private static final Position START = new Position(Instant.ofEpochMilli(Long.MAX_VALUE), new UUID(0, 0));

        static String of(LoginSession session) {
            return session.createdAt().toEpochMilli() + "/" + session.id();
        }

        static Position after(String cursor) {
            if (cursor == null) {
                return START;
            }
            try {
                String[] parts = cursor.split("/", 2);
                return new Position(Instant.ofEpochMilli(Long.parseLong(parts[0])), UUID.fromString(parts[1]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException forged) {
                throw Refusal.invalid("cursor", "is not one that this list gave");
            }
        }
    }

    record SessionsJson(List<LoginSessionJson> sessions, String next) {}

    record LoginSessionJson(
            UUID id, boolean current, Instant createdAt, Instant lastSeenAt, String userAgent, String address) {
        static LoginSessionJson of(LoginSession session, Caller caller) {
            return new LoginSessionJson(
                    session.id(),
                    session.id().equals(caller.sessionId()),
                    session.createdAt(),
                    session.lastSeenAt(),
                    session.userAgent(),
                    session.address());
        }
    }
}
