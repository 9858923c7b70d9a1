package org.parley.problems;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * The exception mapper of REST. A refusal keeps its code, an exception of the platform gets the nearest code, and
 * everything else becomes {@code unavailable} with an id that is also in the log.
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
