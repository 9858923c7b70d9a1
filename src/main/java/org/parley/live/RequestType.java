package org.parley.live;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.problems.Refusal;
import org.parley.system.FloodLimits.Kind;

/** What a client may ask on a socket; which of them, depends on the socket. */
enum RequestType {
    JOIN_ROOM,
    LEAVE_ROOM,
    SEND_MESSAGE(Kind.MESSAGES_OF_USER),
    PRIVATE_MESSAGE(Kind.MESSAGES_OF_USER),
    DELETE_MESSAGE(Kind.DELETIONS),
    CATCH_UP,
    TYPING_START(Kind.SIGNALS),
    TYPING_STOP(Kind.SIGNALS),
    MARK_READ(Kind.SIGNALS),
    MARK_DELIVERED(Kind.SIGNALS),
    KICK_USER(Kind.CHANGES),
    BAN_USER(Kind.CHANGES),
    SET_PRESENCE,
    PING;

    private static final Map<String, RequestType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(RequestType::wire, Function.identity()));

    private final Kind counted;

    RequestType() {
        this(null);
    }

    RequestType(Kind counted) {
        this.counted = counted;
    }

    /**
     * What a request counts as for its user, in addition to being a frame: the same as over REST, where
     * {@code CountsAs} says it.
     *
     * @param name as it stands in a frame
     * @return {@code null} for nothing, and for a name that nothing has
     */
    static Kind countedAs(String name) {
        RequestType type = BY_NAME.get(name);
        return type == null ? null : type.counted;
    }

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
