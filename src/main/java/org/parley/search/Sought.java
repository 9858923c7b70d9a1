package org.parley.search;

import java.util.Set;
import org.parley.messages.Asked;
import org.parley.problems.Refusal;
import org.parley.rooms.RoomKey;
import org.parley.system.Paging;

/**
 * What a person looks for. Each part that is not {@code null} must be true of a message.
 *
 * @param log the room or conversation to look in
 * @param from the username of the sender
 * @param after the earliest time, in milliseconds
 * @param before the time before which it was sent
 * @param best whether the best hits come first, and not the newest
 */
record Sought(
        Wanted words,
        RoomKey log,
        String from,
        Long after,
        Long before,
        String kind,
        String has,
        boolean best,
        Paging paging) {
    private static final Set<String> KINDS = Set.of("text", "image", "file", "system");
    private static final Set<String> PARTS = Set.of("file", "image", "link");
    private static final Set<String> ORDERS = Set.of("newest", "best");

    /** The parameters of a request as they were typed; absent ones are {@code null}. */
    record Typed(
            String q,
            String room,
            String with,
            String from,
            String after,
            String before,
            String kind,
            String has,
            String sort) {}

    /** @throws Refusal {@code invalid_request} that names the wrong parameter */
    static Sought of(Typed typed, Paging paging) {
        Sought sought = new Sought(
                Wanted.of("q", typed.q()),
                log(typed),
                typed.from(),
                Asked.time("after", typed.after()),
                Asked.time("before", typed.before()),
                oneOf(KINDS, "kind", typed.kind()),
                oneOf(PARTS, "has", typed.has()),
                "best".equals(oneOf(ORDERS, "sort", typed.sort())),
                paging);
        if (!sought.words().typed() && !sought.filtered()) {
            throw Refusal.invalid("q", "must be given, or a filter");
        }
        return sought;
    }

    private static RoomKey log(Typed typed) {
        if (typed.room() != null && typed.with() != null) {
            throw Refusal.invalid("room", "cannot be combined with with");
        }
        if (typed.room() != null) {
            return RoomKey.room(typed.room());
        }
        return typed.with() == null ? null : RoomKey.with(typed.with());
    }

    private static String oneOf(Set<String> known, String parameter, String typed) {
        if (typed != null && !known.contains(typed)) {
            throw Refusal.invalid(
                    parameter,
                    "must be one of "
                            + String.join(", ", known.stream().sorted().toList()));
        }
        return typed;
    }

    private boolean filtered() {
        return log != null || from != null || after != null || before != null || kind != null || has != null;
    }
}
