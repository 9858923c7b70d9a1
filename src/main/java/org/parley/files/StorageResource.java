package org.parley.files;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.parley.accounts.Caller;

/** How much the caller's files take up. */
@Path("users/me/storage")
@Produces(MediaType.APPLICATION_JSON)
public class StorageResource {
    @Inject
    Storage storage;

    @Context
    SecurityContext security;

    @GET
    public Storage.StorageJson storage() {
        return storage.of(Caller.of(security).accountId());
    }
}
