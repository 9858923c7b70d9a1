package org.parley.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.parley.accounts.AccountJson;
import org.parley.accounts.Caller;
import org.parley.accounts.ListingAccounts;
import org.parley.sessions.ListingSessions;
import org.parley.system.Paging;
import org.parley.texts.Form;

/** The accounts of this server for administrators: find and change them, list and end their sessions. */
@Path("admin/users")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
public class AdminUsersResource {
    @Inject
    ListingAccounts accounts;

    @Inject
    ListingSessions sessions;

    @Inject
    AdministeringAccounts administering;

    @Context
    SecurityContext security;

    @GET
    public ListingAccounts.AccountsJson list(
            @QueryParam("query") String query,
            @QueryParam("filter") String filter,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        return accounts.page(query, filter, Paging.of(limit, cursor));
    }

    @PATCH
    @Path("{username}")
    public AccountJson change(@PathParam("username") String username, AccountChangeJson body) {
        administering.change(Caller.of(security), username, Form.filled(body).judged());
        return accounts.one(username);
    }

    @GET
    @Path("{username}/sessions")
    public ListingSessions.SessionsJson sessions(
            @PathParam("username") String username,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        return sessions.page(Caller.of(security), username, Paging.of(limit, cursor));
    }

    @DELETE
    @Path("{username}/sessions")
    public void endSessions(@PathParam("username") String username) {
        administering.endSessions(Caller.of(security), username);
    }

    @DELETE
    @Path("{username}/sessions/{id}")
    public void endSession(@PathParam("username") String username, @PathParam("id") String id) {
        administering.endSession(Caller.of(security), username, ListingSessions.id(id));
    }
}
