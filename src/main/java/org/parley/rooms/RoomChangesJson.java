package org.parley.rooms;

import java.util.Optional;

/** What is to change of a room: {@code null} (absent) stays as it is, empty ({@code null} on the wire) is cleared. */
record RoomChangesJson(
        Optional<String> topic,
        Optional<Integer> slowModeSeconds,
        Optional<String> name,
        Optional<String> visibility,
        Optional<String> password,
        Optional<Boolean> archived) {}
