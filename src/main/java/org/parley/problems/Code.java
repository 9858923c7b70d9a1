package org.parley.problems;

import java.util.Locale;

/** The error codes of the contract, each with its HTTP status. */
public enum Code {
    INVALID_REQUEST(400),
    INVALID_JSON(400),
    UNAUTHENTICATED(401),
    INVALID_CREDENTIALS(401),
    WRONG_ROOM_PASSWORD(403),
    FORBIDDEN(403),
    BANNED(403),
    MUTED(403),
    NOT_MEMBER(403),
    NOT_FOUND(404),
    USERNAME_TAKEN(409),
    ROOM_NAME_TAKEN(409),
    CONFLICT(409),
    TOO_LARGE(413),
    UNSUPPORTED_TYPE(415),
    RATE_LIMITED(429),
    UNAVAILABLE(503);

    private final int status;
    private final String wire = name().toLowerCase(Locale.ROOT);

    Code(int status) {
        this.status = status;
    }

    /** The HTTP status of an answer with this code. */
    int status() {
        return status;
    }

    /** The code as written on the wire, such as {@code not_found}. */
    public String wire() {
        return wire;
    }
}
