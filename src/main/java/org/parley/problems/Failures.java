package org.parley.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.ws.rs.WebApplicationException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** Decides what a client learns about a failure. REST and the sockets both use it. */
public final class Failures {
    private static final Logger LOG = System.getLogger(Failures.class.getName());

    private static final long OUTAGE_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final AtomicLong outageTold = new AtomicLong(System.nanoTime() - OUTAGE_EVERY_NANOS);

    private Failures() {}

    /**
     * The failure itself if it is a refusal, otherwise the refusal that a client may see. Logs an unexpected failure.
     */
    public static Refusal refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            // Skip a refusal that Jackson only wrapped: the body became too large while it was read.
            if (cause instanceof JsonProcessingException json && !(json.getCause() instanceof Refusal)) {
                return json(json);
            }
            if (cause instanceof TimeoutException) {
                return Refusal.unavailable();
            }
            if (cause instanceof WebApplicationException platform) {
                return platform(platform);
            }
        }
        if (DatabaseTrouble.outOfReach(failure)) {
            tellOutage(failure);
            return Refusal.unavailable();
        }
        return DatabaseTrouble.passing(failure) ? Refusal.unavailable() : accident(failure);
    }

    /** Logs a failure that no client learns of. The trace is left out while the database is out of reach. */
    public static void log(Logger log, String what, Throwable failure) {
        if (DatabaseTrouble.outOfReach(failure)) {
            tellOutage(failure);
        } else {
            log.log(Level.ERROR, what, failure);
        }
    }

    /** Logs a failure that needs no operator: at DEBUG level, unless it is an {@code Error}. */
    public static void logPassing(Logger log, String what, Throwable failure) {
        log.log(failure instanceof Error ? Level.ERROR : Level.DEBUG, what, failure);
    }

    /**
     * Logs at most one line a second: during an outage everything fails in the same way, and the traces would fill the
     * disk.
     */
    static void tellOutage(Throwable failure) {
        long now = System.nanoTime();
        long last = outageTold.get();
        if (now - last > OUTAGE_EVERY_NANOS && outageTold.compareAndSet(last, now)) {
            LOG.log(Level.WARNING, "The database cannot be reached; check that it is running: " + failure);
        }
    }

    private static Refusal json(JsonProcessingException failure) {
        if (failure instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()
                && !(failure.getCause() instanceof StreamConstraintsException)) {
            return Refusal.invalid(path(mapping), JsonFaults.expectation(mapping));
        }
        return Refusal.of(Code.INVALID_JSON, "The text is not a valid JSON object.");
    }

    private static String path(JsonMappingException failure) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : failure.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static Refusal platform(WebApplicationException failure) {
        return switch (failure.getResponse().getStatus()) {
            case 404, 405 -> Refusal.notFound();
            case 413 -> Refusal.of(Code.TOO_LARGE, "The request is too large.");
            case 406, 415 -> Refusal.of(Code.UNSUPPORTED_TYPE, "This type of content is not supported here.");
            case 503 -> Refusal.unavailable();
            default -> Refusal.of(Code.INVALID_REQUEST, "The request is malformed.");
        };
    }

    private static Refusal accident(Throwable failure) {
        String id = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "Unexpected failure " + id, failure);
        return Refusal.later(
                Code.UNAVAILABLE,
                "An unexpected error happened in the server. Its log has the details under " + id + ".",
                Duration.ofSeconds(1));
    }
}
