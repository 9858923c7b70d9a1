package org.parley.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
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

    /** A page of a log. @param room the room as the reader may see it after the check */
    public record Page(Visit room, Pages.Page page) {}

    /** A message, and the room as the reader may see it. */
    public record One(Visit room, LoggedMessage message) {}

    /** A part of a log. @param room the room as the reader may see it after the check */
    public record Stretch(Visit room, Entries entries) {}

    /** @param logged everything with a number, in order @param more whether the log goes on after them */
    public record Entries(List<Logged> logged, long head, boolean more) {
        static final Entries NONE = new Entries(List.of(), 0, false);
    }

    /** @throws Refusal {@code not_found} or {@code not_member} */
    public Page page(Caller caller, RoomKey room, Asked asked) {
        Door.Read<Pages.Page> read =
                door.readFirst(caller, room, roomId -> pages.of(roomId, asked, heads.of(roomId)), Visit::asReader);
        return new Page(read.room(), read.found().orElse(Pages.Page.EMPTY));
    }

    /** @throws Refusal {@code not_found}, also if the room has no such message */
    public One one(Caller caller, RoomKey room, long seq) {
        Door.Read<List<LoggedMessage>> read = door.readFirst(caller, room, roomId -> at(roomId, seq), Visit::asReader);
        return new One(
                read.room(),
                read.found().stream().flatMap(List::stream).findFirst().orElseThrow(Refusal::notFound));
    }

    private List<LoggedMessage> at(long roomId, long seq) {
        return seq <= heads.of(roomId) ? log.at(List.of(new Log.Place(roomId, seq))) : List.of();
    }

    /**
     * A part of a log, in ascending order.
     *
     * @param after the last number that the client has
     * @throws Refusal {@code not_found} or {@code not_member}
     */
    public Stretch stretch(Caller caller, RoomKey room, long after, int limit) {
        Door.Read<Entries> read =
                door.readFirst(caller, room, roomId -> entries(roomId, after, limit), Visit::asReader);
        return new Stretch(read.room(), read.found().orElse(Entries.NONE));
    }

    private Entries entries(long roomId, long after, int limit) {
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
        return new Entries(entries, head, reached < head);
    }
}
