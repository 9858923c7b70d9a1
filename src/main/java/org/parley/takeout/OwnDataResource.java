package org.parley.takeout;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import org.parley.accounts.Caller;

/** All data of the caller as one zip. */
@Path("users/me/export")
public class OwnDataResource {
    @Inject
    TakingOut takingOut;

    @Context
    SecurityContext security;

    @GET
    public Response export() {
        Caller caller = Caller.of(security);
        takingOut.admit(caller);
        return Response.ok((StreamingOutput) out -> takingOut.write(caller, out))
                .type("application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"parley-data.zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .build();
    }
}
