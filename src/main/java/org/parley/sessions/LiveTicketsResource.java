package org.parley.sessions;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.parley.accounts.Caller;

/** Tickets for the handshakes of browsers. */
@Path("auth/live-ticket")
@Produces(MediaType.APPLICATION_JSON)
public class LiveTicketsResource {
    @Inject
    IssuingTickets issuing;

    @Context
    SecurityContext security;

    @POST
    public Response issue() {
        String ticket = issuing.issue(Caller.of(security).sessionId());
        return Response.status(Response.Status.CREATED)
                .entity(new TicketJson(ticket, LiveTicket.LIFETIME.toSeconds()))
                .build();
    }

    record TicketJson(String ticket, long expiresIn) {}
}
