package org.parley.problems;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An expected failure: the server understood the request and refuses it. Use cases throw it; one class translates it
 * for REST and one for the sockets. The client sees {@code detail}, so it reveals nothing about the inside of the
 * server.
 */
public final class Refusal extends RuntimeException {
    private final Code code;
    private final List<FieldError> errors;
    private final Duration retryAfter;
    private final Optional<Instant> until;
    private final Optional<String> reason;
    private final Map<String, Object> more;

    private Refusal(
            Code code,
            String detail,
            List<FieldError> errors,
            Duration retryAfter,
            Optional<Instant> until,
            Optional<String> reason,
            Map<String, Object> more) {
        // No stack trace: a refusal is an answer on hot paths, and its code tells where it came from.
        super(detail, null, false, false);
        this.code = code;
        this.errors = errors;
        this.retryAfter = retryAfter;
        this.until = until;
        this.reason = reason;
        this.more = more;
    }

    public static Refusal of(Code code, String detail) {
        return new Refusal(code, detail, List.of(), null, null, null, Map.of());
    }

    /** {@code invalid_request} that names one field. */
    public static Refusal invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    /** {@code invalid_request} that names every wrong field. The list must not be empty. */
    public static Refusal invalid(List<FieldError> errors) {
        FieldError first = errors.get(0);
        return new Refusal(
                Code.INVALID_REQUEST,
                first.field() + " " + first.message(),
                List.copyOf(errors),
                null,
                null,
                null,
                Map.of());
    }

    /**
     * Uses the same words for what does not exist and for what the caller may not see, so that they cannot be told
     * apart.
     */
    public static Refusal notFound() {
        return of(Code.NOT_FOUND, "Not found.");
    }

    /**
     * {@code rate_limited} or {@code unavailable}: the client may try again after this time, sent in whole seconds, at
     * least 1.
     */
    public static Refusal later(Code code, String detail, Duration retryAfter) {
        return new Refusal(code, detail, List.of(), retryAfter, null, null, Map.of());
    }

    /**
     * {@code banned} or {@code muted}. {@code until} is {@code null} if it has no end, {@code reason} if none was
     * given.
     */
    public static Refusal sanctioned(Code code, String detail, Instant until, String reason) {
        return new Refusal(
                code, detail, List.of(), null, Optional.ofNullable(until), Optional.ofNullable(reason), Map.of());
    }

    /** This refusal with a field of its own for answers of REST. @param value may be {@code null} */
    public Refusal with(String field, Object value) {
        return new Refusal(code, detail(), errors, retryAfter, until, reason, Collections.singletonMap(field, value));
    }

    public static Refusal unavailable() {
        return later(Code.UNAVAILABLE, "The server cannot do this right now. Try again later.", Duration.ofSeconds(1));
    }

    public Code code() {
        return code;
    }

    public String detail() {
        return getMessage();
    }

    /** Empty unless the code is {@code invalid_request}. */
    public List<FieldError> errors() {
        return errors;
    }

    /** Whole seconds, at least 1, or {@code null} if another try cannot help. */
    public Long retryAfterSeconds() {
        return retryAfter == null
                ? null
                : Math.max(1, retryAfter.plusMillis(999).toSeconds());
    }

    /**
     * {@code null} for codes without this field, empty if there is no end. So the field is written only with its codes.
     */
    public Optional<Instant> until() {
        return until;
    }

    /** {@code null} for codes without this field, empty if no reason was given. */
    public Optional<String> reason() {
        return reason;
    }

    /** Fields of this refusal alone; empty for most. */
    Map<String, Object> more() {
        return more;
    }
}
