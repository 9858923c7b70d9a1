package org.parley.rooms;

import java.util.Optional;

/**
 * Changes of a room. A Java {@code null} (absent) leaves a property as it is; an empty {@link Optional} ({@code null}
 * on the wire) clears it.
 */
record RoomChangesJson(
        Optional<String> topic,
        Optional<Integer> slowModeSeconds,
        Optional<String> name,
        Optional<String> visibility,
        Optional<String> password,
        Optional<Boolean> archived,
        Optional<String> emoji) {}
