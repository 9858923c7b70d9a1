package org.parley.problems;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * The one mapper of REST: refusals by their code, the platform's own by the nearest code, everything else as
 * {@code unavailable} with an id that the log knows.
 */
@Provider
public class RefusalMapper implements ExceptionMapper<Throwable> {
    @Inject
    Problems problems;

    @Context
    UriInfo uri;

    @Override
    public Response toResponse(Throwable failure) {
        return problems.response(Failures.refusal(failure), uri.getRequestUri().getRawPath());
    }
}
