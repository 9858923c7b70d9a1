package org.parley.rooms;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import org.parley.system.WireTimes;

/** An action on a room or a member that the room's log tells in a system message. */
public enum SystemAction {
    KICK(Effect.PUTS_OUT, nothing -> null),
    /** The value is the end of the ban, or empty. */
    BAN(Effect.PUTS_OUT, SystemAction::unlessEmpty),
    UNBAN(Effect.NONE, nothing -> null),
    /** The value is the end of the mute, or empty. */
    MUTE(Effect.SILENCES, SystemAction::unlessEmpty),
    UNMUTE(Effect.NONE, nothing -> null),
    ADD(Effect.NONE, nothing -> null),
    ROLE(Effect.NONE, text -> text),
    NAME(Effect.CHANGES_ROOM, text -> text),
    /** The value may be empty. */
    TOPIC(Effect.CHANGES_ROOM, text -> text),
    VISIBILITY(Effect.CHANGES_ROOM, text -> text),
    /** The value is whether the room now has a password. */
    PASSWORD(Effect.CHANGES_ROOM, Boolean::valueOf),
    /** The value is in seconds. */
    SLOW_MODE(Effect.CHANGES_ROOM, Integer::valueOf),
    ARCHIVE(Effect.CHANGES_ROOM, Boolean::valueOf),
    /** The value is the emoji, or empty. */
    EMOJI(Effect.CHANGES_ROOM, SystemAction::unlessEmpty),
    /** The log up to here came from a file. */
    IMPORT(Effect.NONE, nothing -> null);

    /** What the action does to listeners, apart from the message itself. */
    public enum Effect {
        NONE,
        /** From its number on, the target gets no more messages. */
        PUTS_OUT,
        /** The target may not write. */
        SILENCES,
        /** The room itself looks different. */
        CHANGES_ROOM
    }

    private final Effect effect;
    private final Function<String, Object> reading;

    SystemAction(Effect effect, Function<String, Object> reading) {
        this.effect = effect;
        this.reading = reading;
    }

    public Effect effect() {
        return effect;
    }

    /** The name on the wire and in the tables. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static SystemAction ofWire(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** A value in the form of the column. */
    public static String stored(Object value) {
        if (value instanceof Instant time) {
            return WireTimes.text(time);
        }
        return value == null ? "" : value.toString();
    }

    /** The value in the form of the wire: a text, a number, a boolean or {@code null}. */
    public Object value(String stored) {
        return reading.apply(stored);
    }

    private static String unlessEmpty(String stored) {
        return stored.isEmpty() ? null : stored;
    }
}
