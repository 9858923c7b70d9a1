package org.parley.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.parley.accounts.Caller;
import org.parley.problems.Refusal;
import org.parley.rooms.Door;
import org.parley.rooms.RoomKey;
import org.parley.rooms.Visit;

/**
 * Reads a log's past for people who may read it: its messages, and everything with a number. A page is read first and
 * the right checked after it, so that a ban in between takes effect.
 */
@ApplicationScoped
public class History {
    @Inject
    Door door;

    @Inject
    Log log;

    @Inject
    Pages pages;

    @Inject
    Heads heads;

    /**
     * A page of a log.
     *
     * @param room the room as the reader may see it after the check
     * @param head the highest number of the log that may be shown
     */
    public record Page(Visit room, Pages.Page page, long head) {}

    /** A message, and the room as the reader may see it. */
    public record One(Visit room, LoggedMessage message) {}

    /**
     * A part of a log. @param entries everything with a number, in order @param more whether the log goes on after them
     */
    public record Stretch(Visit room, List<Logged> entries, long head, boolean more) {}

    /** @throws Refusal {@code not_found} or {@code not_member} */
    @Transactional
    public Page page(Caller caller, RoomKey room, Asked asked) {
        Optional<Long> known = door.resolve(caller, room);
        if (known.isEmpty()) {
            // A missing room gets the same refusal as a hidden one; a conversation that has not been created is empty.
            return new Page(door.read(caller, room), Pages.Page.EMPTY, 0);
        }
        long roomId = known.get();
        long head = heads.of(roomId);
        Pages.Page page = pages.of(roomId, asked, head);
        return new Page(door.read(caller, roomId), page, head);
    }

    /** @throws Refusal {@code not_found}, also if the room has no such message */
    @Transactional
    public One one(Caller caller, RoomKey room, long seq) {
        Optional<Long> known = door.resolve(caller, room).filter(roomId -> seq <= heads.of(roomId));
        List<LoggedMessage> found =
                known.map(roomId -> log.at(List.of(new Log.Place(roomId, seq)))).orElse(List.of());
        Visit visit = known.isPresent() ? door.read(caller, known.get()) : door.read(caller, room);
        return new One(visit, found.stream().findFirst().orElseThrow(Refusal::notFound));
    }

    /**
     * A part of a log, in ascending order.
     *
     * @param after the last number that the client has
     * @throws Refusal {@code not_found} or {@code not_member}
     */
    @Transactional
    public Stretch stretch(Caller caller, RoomKey room, long after, int limit) {
        Optional<Long> known = door.resolve(caller, room);
        if (known.isEmpty()) {
            return new Stretch(door.read(caller, room), List.of(), 0, false);
        }
        long roomId = known.get();
        long head = heads.of(roomId);
        long from = Math.min(after, head);
        long last = Math.min(from + limit, head);
        List<Logged> read = Portion.read(
                limit,
                (before, size) ->
                        log.range(roomId, from + before.size() + 1, Math.min(from + before.size() + size, last)));
        List<Logged> entries = Portion.first(read, Portion.MOST_OCTETS);
        long reached =
                entries.isEmpty() ? last : entries.get(entries.size() - 1).seq();
        return new Stretch(door.read(caller, roomId), entries, head, reached < head);
    }
}
