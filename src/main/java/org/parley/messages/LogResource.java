package org.parley.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.parley.rooms.InLogResource;
import org.parley.rooms.LogName;
import org.parley.system.Paging;

/**
 * Everything with a number in a log, as the live sockets showed it. One subclass is for rooms, one for conversations.
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class LogResource extends InLogResource {
    @Inject
    History history;

    /** @param after the last number that the client has; without it, the log is read from the beginning */
    @GET
    public LogJson log(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        Long from = Asked.number("after", after);
        History.Stretch stretch = history.stretch(caller(), key(), from == null ? 0 : from, Paging.limit(limit));
        LogName name = stretch.room().logName();
        List<NumberedFrame> events = stretch.entries().logged().stream()
                .map(entry -> entry.frame(name))
                .toList();
        return new LogJson(events, stretch.entries().head(), stretch.entries().more());
    }

    /** @param more whether the log goes on after these */
    public record LogJson(List<NumberedFrame> events, long head, boolean more) {}

    @Path("rooms/{room}/log")
    @ApplicationScoped
    public static class OfRoomResource extends LogResource {}

    @Path("direct/{username}/log")
    @ApplicationScoped
    public static class OfConversationResource extends LogResource {}
}
