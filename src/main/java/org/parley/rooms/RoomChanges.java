package org.parley.rooms;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.parley.problems.Refusal;
import org.parley.texts.Emoji;
import org.parley.texts.Form;
import org.parley.texts.Name;
import org.parley.texts.Names;
import org.parley.texts.Texts;

/**
 * Checked changes of a room. {@code null} leaves a property as it is.
 *
 * @param password empty removes it
 * @param emoji empty removes it
 */
record RoomChanges(
        Name name,
        String topic,
        String kind,
        Optional<String> password,
        Integer slowModeSeconds,
        Boolean archived,
        Optional<String> emoji) {
    private static final int SLOWEST_SECONDS = 24 * 60 * 60;

    /**
     * @throws Refusal {@code invalid_request} that names every wrong field, else {@code room_name_taken} for a reserved
     *     name
     */
    static RoomChanges of(RoomChangesJson typed) {
        Form form = new Form();
        RoomChanges changes = new RoomChanges(
                form.field(given(typed.name(), name -> Names.room("name", name.orElse(null)))),
                form.field(given(typed.topic(), topic -> Texts.free("topic", topic.orElse(""), Texts.NOTE))),
                form.field(given(typed.visibility(), word -> Visibility.of(word.orElse(null)))),
                form.field(given(typed.password(), RoomChanges::password)),
                form.field(given(typed.slowModeSeconds(), RoomChanges::slowMode)),
                form.field(given(typed.archived(), RoomChanges::archived)),
                form.field(given(typed.emoji(), emoji -> emoji.map(Emoji::of))));
        form.judge();
        return changes;
    }

    // An absent field is null and not an empty Optional, to tell it from a field that is to be cleared.
    private static <T, R> Supplier<R> given(Optional<T> field, Function<Optional<T>, R> reading) {
        return () -> field == null ? null : reading.apply(field);
    }

    private static Optional<String> password(Optional<String> typed) {
        return typed.map(password -> Texts.password("password", password));
    }

    private static Integer slowMode(Optional<Integer> typed) {
        return typed.filter(seconds -> seconds >= 0 && seconds <= SLOWEST_SECONDS)
                .orElseThrow(() -> Refusal.invalid("slowModeSeconds", "must be from 0 to " + SLOWEST_SECONDS));
    }

    private static Boolean archived(Optional<Boolean> typed) {
        return typed.orElseThrow(() -> Refusal.invalid("archived", "must be true or false"));
    }

    /** The role that these changes need. */
    Role needed() {
        boolean ownersAlone = Stream.of(name, kind, password, archived, emoji).anyMatch(Objects::nonNull);
        return ownersAlone ? Role.OWNER : Role.MODERATOR;
    }
}
