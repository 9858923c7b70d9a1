package org.parley.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.parley.accounts.Caller;
import org.parley.conversations.MakingConversations;
import org.parley.http.CountsAs;
import org.parley.http.ServedJson;
import org.parley.messages.Asked;
import org.parley.messages.EncodedPages;
import org.parley.messages.History;
import org.parley.messages.MessageJson;
import org.parley.rooms.Door;
import org.parley.rooms.InLogResource;
import org.parley.rooms.RoomKey;
import org.parley.rooms.Visit;
import org.parley.system.FloodLimits;
import org.parley.system.Paging;
import org.parley.texts.Form;

/** The messages of a log: pages of them, and new ones. One subclass is for rooms, one for private conversations. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class MessagesResource extends InLogResource {
    @Inject
    History history;

    @Inject
    EncodedPages encoded;

    @Inject
    Door door;

    @Inject
    MakingConversations making;

    @Inject
    PostingMessages posting;

    /**
     * A page in ascending order; without a number or a time, the newest page. It is read, and the caller's right
     * checked, also if the client has it already.
     */
    @GET
    public Response page(
            @QueryParam("before") String before,
            @QueryParam("after") String after,
            @QueryParam("around") String around,
            @QueryParam("at") String at,
            @QueryParam("limit") String limit,
            @HeaderParam("If-None-Match") String known,
            @HeaderParam("Accept-Encoding") String accepted) {
        Asked asked = Asked.of(before, after, around, at, Paging.limit(limit));
        History.Page read = history.page(caller(), key(), asked);
        EncodedPages.Body page = encoded.of(read.room().logName(), read.page());
        return new ServedJson(page.octets(), page.tag(), page::gzipped).answer(known, accepted);
    }

    /**
     * Answers 201 once the message is committed, or 200 with the first message if its sender repeats a
     * {@code clientId}.
     *
     * <p>Waits on the request's own thread, four seconds at most. If a resource answered later, Payara would leave
     * Weld's request context on the thread, and the next request would find it.
     */
    @POST
    @CountsAs(FloodLimits.Kind.MESSAGES_OF_USER)
    public Response post(NewMessage.Json typed) {
        Caller caller = caller();
        NewMessage message = NewMessage.of(Form.filled(typed));
        Visit target = target(caller, key());
        Posted posted = posting.post(caller, target.room().id(), message).join();
        return Response.status(posted.repeated() ? 200 : 201)
                .entity(MessageJson.of(target.logName(), posted.message()))
                .build();
    }

    private Visit target(Caller caller, RoomKey room) {
        return room.direct() ? making.made(caller, room.text()) : door.see(caller, room);
    }

    @Path("rooms/{room}/messages")
    @ApplicationScoped
    public static class OfRoomResource extends MessagesResource {}

    @Path("direct/{username}/messages")
    @ApplicationScoped
    public static class OfConversationResource extends MessagesResource {}
}
