package org.parley.search;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.parley.accounts.Caller;
import org.parley.system.FloodLimits;
import org.parley.system.Paging;

/** Finds messages by their words, their senders, their times and what they have. */
@Path("search")
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {
    @Inject
    FindingMessages finding;

    @Inject
    FloodLimits limits;

    @Context
    SecurityContext security;

    @QueryParam("q")
    String q;

    @QueryParam("room")
    String room;

    @QueryParam("with")
    String with;

    @QueryParam("from")
    String from;

    @QueryParam("after")
    String after;

    @QueryParam("before")
    String before;

    @QueryParam("kind")
    String kind;

    @QueryParam("has")
    String has;

    @QueryParam("sort")
    String sort;

    @GET
    public SearchJson search(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        Caller caller = Caller.of(security);
        limits.take(FloodLimits.Kind.SEARCHES, caller.accountId());
        Sought.Typed typed = new Sought.Typed(q, room, with, from, after, before, kind, has, sort);
        return finding.page(caller, Sought.of(typed, Paging.of(limit, cursor)));
    }
}
