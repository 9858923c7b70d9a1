package org.parley.rooms;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import org.parley.system.WireTimes;

/** Something done to a room or a member that the room's log tells in a system message. */
public enum SystemAction {
    KICK(Effect.PUTS_OUT, nothing -> null),
    /** Its value is the end of the ban, or nothing. */
    BAN(Effect.PUTS_OUT, SystemAction::unlessEmpty),
    UNBAN(Effect.NONE, nothing -> null),
    /** Its value is the end of the mute, or nothing. */
    MUTE(Effect.SILENCES, SystemAction::unlessEmpty),
    UNMUTE(Effect.NONE, nothing -> null),
    ADD(Effect.NONE, nothing -> null),
    ROLE(Effect.NONE, text -> text),
    NAME(Effect.CHANGES_ROOM, text -> text),
    /** Its value may be empty. */
    TOPIC(Effect.CHANGES_ROOM, text -> text),
    VISIBILITY(Effect.CHANGES_ROOM, text -> text),
    /** Its value is whether there is one now. */
    PASSWORD(Effect.CHANGES_ROOM, Boolean::valueOf),
    /** Its value is in seconds. */
    SLOW_MODE(Effect.CHANGES_ROOM, Integer::valueOf),
    ARCHIVE(Effect.CHANGES_ROOM, Boolean::valueOf);

    /** What it means for those who listen, beyond being told. */
    public enum Effect {
        NONE,
        /** The target hears nothing from its number on. */
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

    /** Its name on the wire and in the tables. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static SystemAction ofWire(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** A value as the column keeps it. */
    public static String stored(Object value) {
        if (value instanceof Instant time) {
            return WireTimes.text(time);
        }
        return value == null ? "" : value.toString();
    }

    /** The value of this action as the wire has it: a text, a number, a boolean or {@code null}. */
    public Object value(String stored) {
        return reading.apply(stored);
    }

    private static String unlessEmpty(String stored) {
        return stored.isEmpty() ? null : stored;
    }
}
