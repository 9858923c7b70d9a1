package org.parley.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.parley.accounts.Caller;
import org.parley.problems.Refusal;
import org.parley.rooms.Door;
import org.parley.rooms.Entry;
import org.parley.rooms.RoomKey;

/**
 * Pages of a log's past for those who may read it. A page is read first and the door asked after it, so that a ban
 * between the two holds.
 */
@ApplicationScoped
public class History {
    @Inject
    Door door;

    @Inject
    Log log;

    @Inject
    Heads heads;

    /** @param room as its reader may know it after the door was asked */
    public record Page(Entry room, List<Logged> messages, Window window, long head) {}

    /** @throws Refusal {@code not_found} or {@code not_member} */
    @Transactional
    public Page page(Caller caller, RoomKey room, Window.Asked asked) {
        Optional<Long> known = door.resolve(caller, room);
        if (known.isEmpty()) {
            // What is not there is refused in the words for what is hidden; a conversation that was not made is empty.
            return new Page(door.read(caller, room), List.of(), asked.within(0), 0);
        }
        long roomId = known.get();
        long head = heads.of(roomId);
        Window window = asked.within(head);
        List<Logged> messages = log.range(roomId, window.first(), window.last());
        return new Page(door.read(caller, roomId), messages, window, head);
    }

    /** @throws Refusal {@code not_found} also where the room has no such message */
    @Transactional
    public Page one(Caller caller, RoomKey room, long seq) {
        Page page = page(caller, room, Window.Asked.around(seq, 1));
        if (page.messages().isEmpty() || page.messages().get(0).seq() != seq) {
            throw Refusal.notFound();
        }
        return page;
    }
}
