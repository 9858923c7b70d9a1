package org.parley.problems;

import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * Answers {@code unavailable} for a commit that failed or whose outcome is unknown. It is separate from
 * {@link RefusalMapper} because Jersey has its own mapper for this exception, which would answer with an HTML page.
 */
@Provider
public class CommitMapper implements ExceptionMapper<TransactionalException> {
    @Inject
    Problems problems;

    @Context
    UriInfo uri;

    @Override
    public Response toResponse(TransactionalException failure) {
        return problems.response(Failures.refusal(failure), uri.getRequestUri().getRawPath());
    }
}
