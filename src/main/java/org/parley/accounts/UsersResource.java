package org.parley.accounts;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.parley.problems.Refusal;
import org.parley.system.Paging;
import org.parley.texts.Form;
import org.parley.texts.Texts;

/** The people of this server, and the caller's own profile. */
@Path("users")
@Produces(MediaType.APPLICATION_JSON)
public class UsersResource {
    @Inject
    Accounts accounts;

    @Inject
    Users users;

    @Inject
    EditingProfiles editing;

    @Context
    SecurityContext security;

    @GET
    public UsersJson list(
            @QueryParam("query") String query, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        Paging paging = Paging.of(limit, cursor);
        String text = query == null ? "" : query.strip();
        List<Account> found = accounts.search(text, paging.after(), paging.limit() + 1);
        return new UsersJson(users.of(paging.page(found)), paging.next(found, Account::usernameFolded));
    }

    @GET
    @Path("{username}")
    public UserJson user(@PathParam("username") String username) {
        return users.of(accounts.byName(username).orElseThrow(Refusal::notFound));
    }

    @PATCH
    @Path("me")
    public UserJson edit(ProfileJson body) {
        ProfileJson asked = Form.filled(body);
        Form form = new Form();
        String displayName =
                form.field(() -> cleared(asked.displayName(), typed -> Texts.displayName("displayName", typed)));
        String bio = form.field(() -> cleared(asked.bio(), typed -> Texts.free("bio", typed, Texts.NOTE)));
        form.judge();
        long id = Caller.of(security).accountId();
        editing.edit(Caller.of(security), displayName, bio);
        return users.of(List.of(id)).get(id);
    }

    /** An absent field stays absent; {@code null} clears it. */
    private static String cleared(Optional<String> typed, UnaryOperator<String> judged) {
        return typed == null ? null : judged.apply(typed.orElse(""));
    }

    record UsersJson(List<UserJson> users, String next) {}

    /** A Java {@code null} means that the field was absent; an empty {@link Optional} means that it was null. */
    record ProfileJson(Optional<String> displayName, Optional<String> bio) {}
}
