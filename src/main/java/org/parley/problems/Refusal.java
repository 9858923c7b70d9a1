package org.parley.problems;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An expected failure: the request was understood and is refused. Thrown by use cases, translated once for REST and once
 * for the sockets. {@code detail} reaches the client, so it says nothing about the inside of the server.
 */
public final class Refusal extends RuntimeException {
    private final Code code;
    private final List<FieldError> errors;
    private final Duration retryAfter;
    private final Optional<Instant> until;
    private final Optional<String> reason;

    private Refusal(
            Code code,
            String detail,
            List<FieldError> errors,
            Duration retryAfter,
            Optional<Instant> until,
            Optional<String> reason) {
        // No stack trace: a refusal is an answer, made in hot paths, and its place of origin is told by its code.
        super(detail, null, false, false);
        this.code = code;
        this.errors = errors;
        this.retryAfter = retryAfter;
        this.until = until;
        this.reason = reason;
    }

    public static Refusal of(Code code, String detail) {
        return new Refusal(code, detail, List.of(), null, null, null);
    }

    /** {@code invalid_request} that names one field. */
    public static Refusal invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    /** {@code invalid_request} that names every wrong field; at least one. */
    public static Refusal invalid(List<FieldError> errors) {
        FieldError first = errors.get(0);
        return new Refusal(
                Code.INVALID_REQUEST, first.field() + " " + first.message(), List.copyOf(errors), null, null, null);
    }

    /** The same words for what is absent and for what is hidden, so that nobody can tell them apart. */
    public static Refusal notFound() {
        return of(Code.NOT_FOUND, "There is no such thing here.");
    }

    /** {@code rate_limited} or {@code unavailable}: worth another try after this time, told in whole seconds, at least 1. */
    public static Refusal later(Code code, String detail, Duration retryAfter) {
        return new Refusal(code, detail, List.of(), retryAfter, null, null);
    }

    /** {@code banned} or {@code muted}, until then or for good ({@code null}), for a reason or none ({@code null}). */
    public static Refusal sanctioned(Code code, String detail, Instant until, String reason) {
        return new Refusal(code, detail, List.of(), null, Optional.ofNullable(until), Optional.ofNullable(reason));
    }

    public static Refusal unavailable() {
        return later(Code.UNAVAILABLE, "The server cannot do this at the moment.", Duration.ofSeconds(1));
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

    /** Whole seconds, at least 1, or {@code null} when another try makes no sense. */
    public Long retryAfterSeconds() {
        return retryAfter == null
                ? null
                : Math.max(1, retryAfter.plusMillis(999).toSeconds());
    }

    /** {@code null} where time plays no part, empty for good: only so is it told where it belongs, and there always. */
    public Optional<Instant> until() {
        return until;
    }

    /** {@code null} where nobody was asked for one, empty where none was given. */
    public Optional<String> reason() {
        return reason;
    }
}
