package org.parley.live;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.problems.Refusal;
import org.parley.system.FloodLimits.Kind;

/** The types of requests. Which of them a socket accepts depends on the kind of socket. */
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
     * The limit that a request counts for, apart from the limit of frames. It is the same as over REST, where
     * {@code CountsAs} names it.
     *
     * @param name the type in a frame
     * @return {@code null} if there is none, or the name is unknown
     */
    static Kind countedAs(String name) {
        RequestType type = BY_NAME.get(name);
        return type == null ? null : type.counted;
    }

    /** The name in a frame. */
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Refusal {@code invalid_request} if the name is missing or unknown */
    static RequestType of(String name) {
        RequestType type = BY_NAME.get(name == null ? "" : name);
        if (type == null) {
            throw unknown();
        }
        return type;
    }

    /** The refusal of a type that this socket does not accept. */
    static Refusal unknown() {
        return Refusal.invalid("type", "is not a frame type that this socket knows");
    }
}
