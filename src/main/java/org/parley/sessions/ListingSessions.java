package org.parley.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.parley.accounts.Accounts;
import org.parley.accounts.Caller;
import org.parley.problems.Refusal;
import org.parley.system.Paging;

/** Lists the sessions of a person, the latest first. */
@ApplicationScoped
public class ListingSessions {
    @Inject
    LoginSessions sessions;

    @Inject
    Accounts accounts;

    /** @throws Refusal {@code not_found} if no account has the name */
    public SessionsJson page(Caller caller, String username, Paging paging) {
        return page(
                caller, accounts.byName(username).orElseThrow(Refusal::notFound).id(), paging);
    }

    SessionsJson page(Caller caller, long accountId, Paging paging) {
        Position from = Position.after(paging.after());
        List<LoginSession> found = sessions.of(accountId, from.createdAt(), from.id(), paging.limit() + 1);
        return new SessionsJson(
                paging.page(found).stream()
                        .map(session -> SessionInfoJson.of(session, caller))
                        .toList(),
                paging.next(found, Position::of));
    }

    /** @throws Refusal {@code not_found} if the text is not the id of a session */
    public static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
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
                throw Paging.foreign();
            }
        }
    }

    public record SessionsJson(List<SessionInfoJson> sessions, String next) {}

    /** @param current whether this is the caller's own session */
    public record SessionInfoJson(
            UUID id, boolean current, Instant createdAt, Instant lastSeenAt, String userAgent, String address) {
        static SessionInfoJson of(LoginSession session, Caller caller) {
            return new SessionInfoJson(
                    session.id(),
                    session.id().equals(caller.sessionId()),
                    session.createdAt(),
                    session.lastSeenAt(),
                    session.userAgent(),
                    session.address());
        }
    }
}
