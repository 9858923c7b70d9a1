package org.parley.problems;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/** Turns refusals into HTTP answers, in the same form from a resource, a mapper or a servlet filter. */
@ApplicationScoped
public class Problems {
    public static final String MEDIA_TYPE = "application/problem+json";

    private ObjectMapper json;

    protected Problems() {}

    @Inject
    Problems(ObjectMapper json) {
        this.json = json;
    }

    Response response(Refusal refusal, String instance) {
        return response(refusal, refusal.code().status(), instance);
    }

    /** As a refusal with a status of its own. */
    public Response response(Refusal refusal, int statusCode, String instance) {
        Response.Status status = Response.Status.fromStatusCode(statusCode);
        Response.ResponseBuilder answer = Response.status(status)
                .type(MEDIA_TYPE)
                .entity(ProblemJson.of(refusal, status, instance))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (refusal.retryAfterSeconds() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, refusal.retryAfterSeconds());
        }
        if (status == Response.Status.UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer.build();
    }

    /** Answers from a servlet filter, before the request reaches JAX-RS or the socket container. */
    public void send(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (Response answer = response(refusal, request.getRequestURI())) {
            response.setStatus(answer.getStatus());
            answer.getStringHeaders().forEach((name, values) -> response.setHeader(name, values.get(0)));
            response.setContentType(MEDIA_TYPE);
            response.getOutputStream().write(json.writeValueAsBytes(answer.getEntity()));
        }
    }
}
