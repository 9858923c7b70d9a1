package org.parley.avatars;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.List;
import org.parley.accounts.Caller;
import org.parley.accounts.UserJson;
import org.parley.accounts.Users;
import org.parley.files.KeepingPictures;
import org.parley.http.LargeBody;

/** The caller's own picture. The body of the request is the picture itself; what its type claims does not count. */
@Path("users/me/avatar")
@Produces(MediaType.APPLICATION_JSON)
public class OwnAvatarResource {
    private static final String FIELD = "avatar";

    @Inject
    KeepingPictures pictures;

    @Inject
    ChangingAvatars changing;

    @Inject
    Users users;

    @Context
    SecurityContext security;

    @PUT
    @LargeBody
    public UserJson put(InputStream body) {
        long id = Caller.of(security).accountId();
        changing.change(id, pictures.store(body, id, FIELD));
        return users.of(List.of(id)).get(id);
    }

    @DELETE
    public void remove() {
        changing.remove(Caller.of(security).accountId());
    }
}
