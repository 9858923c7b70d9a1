package org.parley.live;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.problems.Refusal;

/** What a client may ask on a socket; which of them, depends on the socket. */
enum RequestType {
    JOIN_ROOM,
    LEAVE_ROOM,
    SEND_MESSAGE,
    PRIVATE_MESSAGE,
    DELETE_MESSAGE,
    CATCH_UP,
    TYPING_START,
    TYPING_STOP,
    MARK_READ,
    MARK_DELIVERED,
    KICK_USER,
    BAN_USER,
    SET_PRESENCE,
    PING;

    private static final Map<String, RequestType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(RequestType::wire, Function.identity()));

    /** As it stands in a frame. */
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Refusal {@code invalid_request} for a name that nothing has, or none */
    static RequestType of(String name) {
        RequestType type = BY_NAME.get(name == null ? "" : name);
        if (type == null) {
            throw unknown();
        }
        return type;
    }

    /** What this socket is not asked. */
    static Refusal unknown() {
        return Refusal.invalid("type", "is not one of the known frames");
    }
}
