package org.parley.avatars;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.parley.accounts.Account;
import org.parley.accounts.Accounts;
import org.parley.files.KeepingPictures;
import org.parley.problems.Problems;
import org.parley.problems.Refusal;

/** Shows the picture of a person to everybody who is signed in. */
@Path("users/{username}/avatar")
public class AvatarResource {
    @Inject
    Accounts accounts;

    @Inject
    KeepingPictures pictures;

    @Inject
    Problems problems;

    @Context
    HttpServletRequest request;

    /** @param version the picture that the address names; a browser keeps that one for good */
    @GET
    public Response get(@PathParam("username") String username, @QueryParam("v") String version) {
        UUID shown = accounts.byName(username).map(Account::avatarId).orElseThrow(Refusal::notFound);
        return pictures.served(shown, shown.toString().equals(version)).answer(request, problems);
    }
}
