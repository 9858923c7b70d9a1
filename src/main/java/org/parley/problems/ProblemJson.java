package org.parley.problems;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A problem document (RFC 9457) with the contract's {@code code} and the fields of that code. */
record ProblemJson(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long retryAfter,
        @JsonInclude(JsonInclude.Include.NON_NULL) Optional<Instant> until,
        @JsonInclude(JsonInclude.Include.NON_NULL) Optional<String> reason,
        @JsonAnyGetter Map<String, Object> more) {

    static ProblemJson of(Refusal refusal, Response.Status status, String instance) {
        return new ProblemJson(
                "about:blank",
                status.getReasonPhrase(),
                status.getStatusCode(),
                refusal.detail(),
                instance,
                refusal.code().wire(),
                refusal.errors(),
                refusal.retryAfterSeconds(),
                refusal.until(),
                refusal.reason(),
                refusal.more());
    }
}
