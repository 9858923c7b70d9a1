package org.parley.problems;

import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * A commit that failed, or whose outcome nobody knows: {@code unavailable}. Apart from {@link RefusalMapper}, because
 * Jersey has a mapper of its own for this exception, which answers with a page of the server's.
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
