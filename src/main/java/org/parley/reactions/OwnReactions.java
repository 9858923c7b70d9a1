package org.parley.reactions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.parley.accounts.Caller;
import org.parley.accounts.OwnData;
import org.parley.rooms.Room;
import org.parley.system.Numbers;
import org.parley.system.Paging;

/**
 * The caller's reactions, for the download of their data. A page is of one room, because the databases read an index
 * best by one range.
 */
@ApplicationScoped
class OwnReactions implements OwnData {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    record ReactionRecord(String roomId, long seq, String emoji, Instant createdAt) {}

    @Override
    public String name() {
        return "reactions";
    }

    @Override
    public Page<ReactionRecord> records(Caller caller, Paging paging) {
        String after = paging.after() == null ? "0/0" : paging.after();
        int slash = after.indexOf('/');
        long room = number(after.substring(0, slash));
        List<Reaction> found = inRoom(caller, room, number(after.substring(slash + 1)), paging.limit());
        if (found.isEmpty()) {
            Long next = nextRoom(caller, room);
            return new Page<>(List.of(), next == null ? null : Paging.cursor(next + "/0"));
        }
        List<Reaction> whole = ofWholeMessages(found, paging.limit());
        long reached = whole.get(whole.size() - 1).key().seq();
        return new Page<>(whole.stream().map(OwnReactions::json).toList(), Paging.cursor(room + "/" + reached));
    }

    private static long number(String digits) {
        return Numbers.of(digits).orElseThrow(Paging::foreign);
    }

    private List<Reaction> inRoom(Caller caller, long room, long after, int most) {
        return entities.createQuery(
                        "select r from Reaction r where r.accountId = :account and r.roomId = :room and r.seq > :after"
                                + " order by r.seq, r.emoji",
                        Reaction.class)
                .setParameter("account", caller.accountId())
                .setParameter("room", room)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    private Long nextRoom(Caller caller, long room) {
        return entities.createQuery(
                        "select min(r.roomId) from Reaction r where r.accountId = :account and r.roomId > :room",
                        Long.class)
                .setParameter("account", caller.accountId())
                .setParameter("room", room)
                .getSingleResult();
    }

    /** A person has few reactions to a message, so a full page without those to its last message is not empty. */
    private static List<Reaction> ofWholeMessages(List<Reaction> found, int limit) {
        long last = found.get(found.size() - 1).key().seq();
        return found.size() < limit
                ? found
                : found.stream().filter(one -> one.key().seq() < last).toList();
    }

    private static ReactionRecord json(Reaction reaction) {
        Reaction.Key key = reaction.key();
        return new ReactionRecord(Room.wireId(key.roomId()), key.seq(), key.emoji(), reaction.addedAt());
    }
}
