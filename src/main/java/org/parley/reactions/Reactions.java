package org.parley.reactions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.messages.Change;
import org.parley.messages.Log;
import org.parley.system.KeyTable;

/** The stored reactions. */
@ApplicationScoped
class Reactions {
    /** An emoji under a message. */
    record Kind(Log.Place message, String emoji) {}

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Clock clock;

    /** What a batch changes. It takes two statements for some hundred changes. */
    ReactionBatch of(List<Change> changes) {
        return new ReactionBatch(entities, clock.millis(), tallies(changes), present(changes));
    }

    private List<Tallies.Tally> tallies(List<Change> changes) {
        List<Tallies.Tally> tallies = new ArrayList<>();
        List<Log.Place> messages =
                changes.stream().map(Change::place).distinct().toList();
        KeyTable.inParts(messages, KeyTable.MOST_IN_STATEMENT, part -> {
            KeyTable keys = Log.Place.table(part);
            // The list of keys is padded, so a message may be in it twice.
            Query query = entities.createNativeQuery("SELECT r.room_id, r.seq, r.emoji, COUNT(DISTINCT r.account_id),"
                    + " MAX(r.kind_since), MAX(r.added_at) FROM " + keys.table(entities) + " w JOIN reaction r"
                    + " ON r.room_id = w.room_id AND r.seq = w.seq GROUP BY r.room_id, r.seq, r.emoji");
            keys.bind(query, 1);
            for (Object found : query.getResultList()) {
                Object[] row = (Object[]) found;
                tallies.add(new Tallies.Tally(
                        Log.Place.of(row), (String) row[2], number(row[3]), number(row[4]), number(row[5])));
            }
        });
        return tallies;
    }

    /** All reactions of the people who ask for changes, to the messages in question. */
    private List<Reaction> present(List<Change> changes) {
        List<Reaction> present = new ArrayList<>();
        KeyTable.inParts(changes, KeyTable.MOST_IN_STATEMENT, part -> {
            KeyTable keys = KeyTable.of(
                    "room_id", KeyTable.Type.NUMBER, "seq", KeyTable.Type.NUMBER, "account_id", KeyTable.Type.NUMBER);
            part.forEach(change ->
                    keys.add(change.roomId(), change.target(), change.caller().accountId()));
            Query query = entities.createNativeQuery(
                    "SELECT r.* FROM " + keys.table(entities) + " w JOIN reaction r"
                            + " ON r.room_id = w.room_id AND r.seq = w.seq AND r.account_id = w.account_id",
                    Reaction.class);
            keys.bind(query, 1);
            query.getResultList().forEach(found -> present.add((Reaction) found));
        });
        return present;
    }

    /** How many people react so now; a kind without a reaction is absent. One statement for some hundred kinds. */
    Map<Kind, Long> counts(Collection<Kind> kinds) {
        Map<Kind, Long> counts = new HashMap<>();
        KeyTable.inParts(kinds, KeyTable.MOST_IN_STATEMENT, part -> {
            KeyTable keys = KeyTable.of(
                    "room_id", KeyTable.Type.NUMBER, "seq", KeyTable.Type.NUMBER, "emoji", KeyTable.Type.TEXT);
            part.forEach(
                    kind -> keys.add(kind.message().roomId(), kind.message().seq(), kind.emoji()));
            Query query =
                    entities.createNativeQuery("SELECT r.room_id, r.seq, r.emoji, COUNT(DISTINCT r.account_id) FROM "
                            + keys.table(entities) + " w JOIN reaction r"
                            + " ON r.room_id = w.room_id AND r.seq = w.seq AND r.emoji = w.emoji"
                            + " GROUP BY r.room_id, r.seq, r.emoji");
            keys.bind(query, 1);
            for (Object found : query.getResultList()) {
                Object[] row = (Object[]) found;
                counts.put(new Kind(Log.Place.of(row), (String) row[2]), number(row[3]));
            }
        });
        return counts;
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
