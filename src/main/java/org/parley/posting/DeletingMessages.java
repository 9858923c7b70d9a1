package org.parley.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.parley.messages.Log;
import org.parley.messages.Message;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.rooms.Audit;
import org.parley.rooms.AuditNote;
import org.parley.rooms.Standing;
import org.parley.rooms.Standings;
import org.parley.system.KeyTable;

/**
 * The committer's part in deletions, under the rooms' locks: who may, and that nothing of the text stays. Before a batch's
 * messages are written, so that none of them quotes what goes with it.
 */
@ApplicationScoped
class DeletingMessages {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Audit audit;

    /** Deletes what may be, and settles the rest; what stays unsettled is to be numbered. */
    void judge(List<Posting> deletions, Map<Standings.Place, Standing> standings) {
        if (deletions.isEmpty()) {
            return;
        }
        Map<Log.Place, Message> targets = targets(deletions);
        for (Posting posting : deletions) {
            PostingRules.refuseIf(posting, () -> {
                Message target = targets.get(place(posting));
                judge(posting, target, standings.get(posting.place()));
                if (target.deleted()) {
                    posting.unchanged();
                } else {
                    target.delete();
                    noteUnlessOwn(posting, target);
                }
            });
        }
        forgetMentions(Posting.unsettled(deletions));
    }

    private void noteUnlessOwn(Posting posting, Message target) {
        long actor = posting.sender().accountId();
        if (target.senderId() != actor) {
            audit.note(new AuditNote(posting.roomId(), actor, "delete", target.senderId(), null, null), target.seq());
        }
    }

    /** @param target {@code null} where the log has no such message */
    private static void judge(Posting posting, Message target, Standing standing) {
        if (target == null) {
            throw Refusal.notFound();
        }
        standing.asReader(posting.sender()).asInsider();
        if (target.told()) {
            throw Refusal.of(Code.FORBIDDEN, "What the server tells cannot be deleted.");
        }
        standing.asRemover(posting.sender(), target.senderId() == standing.accountId());
    }

    private Map<Log.Place, Message> targets(List<Posting> deletions) {
        KeyTable keys = KeyTable.of("room_id", KeyTable.Type.NUMBER, "seq", KeyTable.Type.NUMBER);
        deletions.forEach(posting -> keys.add(posting.roomId(), place(posting).seq()));
        Query query = entities.createNativeQuery(
                "SELECT m.* FROM " + keys.table() + " w JOIN message m ON m.room_id = w.room_id AND m.seq = w.seq",
                Message.class);
        keys.bind(query, 1);
        Map<Log.Place, Message> targets = new HashMap<>();
        for (Object found : query.getResultList()) {
            Message message = (Message) found;
            targets.put(new Log.Place(message.roomId(), message.seq()), message);
        }
        return targets;
    }

    /** They name people in what is not there any more. */
    private void forgetMentions(List<Posting> deleted) {
        Map<Long, Set<Long>> byRoom = deleted.stream()
                .map(DeletingMessages::place)
                .collect(Collectors.groupingBy(
                        Log.Place::roomId, TreeMap::new, Collectors.mapping(Log.Place::seq, Collectors.toSet())));
        byRoom.forEach(this::forgetMentions);
    }

    private void forgetMentions(long roomId, Collection<Long> numbers) {
        entities.createQuery("delete from Mention n where n.roomId = :room and n.seq in :numbers")
                .setParameter("room", roomId)
                .setParameter("numbers", KeyTable.padded(numbers))
                .executeUpdate();
    }

    private static Log.Place place(Posting posting) {
        return new Log.Place(posting.roomId(), ((NewDeletion) posting.draft()).target());
    }
}
