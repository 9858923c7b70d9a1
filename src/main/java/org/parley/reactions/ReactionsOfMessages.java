package org.parley.reactions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.messages.Detail;
import org.parley.messages.Details;
import org.parley.messages.Log;
import org.parley.messages.LogRow;
import org.parley.messages.LoggedMessage;
import org.parley.messages.Remains;
import org.parley.system.KeyTable;

/** What messages show of their reactions. */
@ApplicationScoped
class ReactionsOfMessages implements Detail<List<Details.Reaction>>, Remains {
    /** The most people who are named for an emoji, the earliest first. */
    private static final int MOST_NAMES = 50;

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Override
    public Map<Log.Place, List<Details.Reaction>> of(List<LogRow> rows) {
        KeyTable keys = Log.Place.table(
                rows.stream().filter(LogRow::reacted).map(LogRow::place).toList());
        if (keys.isEmpty()) {
            return Map.of();
        }
        // The list of keys is padded, so a message may be in it twice.
        Query query = entities.createNativeQuery("SELECT n.room_id, n.seq, n.emoji, n.total, a.username FROM ("
                + "SELECT r.room_id, r.seq, r.emoji, r.account_id, r.added_at, r.kind_since,"
                + " COUNT(*) OVER (PARTITION BY r.room_id, r.seq, r.emoji) AS total,"
                + " ROW_NUMBER() OVER (PARTITION BY r.room_id, r.seq, r.emoji ORDER BY r.added_at) AS place"
                + " FROM (SELECT DISTINCT room_id, seq FROM " + keys.table(entities) + " k) w"
                + " JOIN reaction r ON r.room_id = w.room_id AND r.seq = w.seq) n"
                + " LEFT JOIN account a ON a.id = n.account_id WHERE n.place <= ?"
                + " ORDER BY n.room_id, n.seq, n.kind_since, n.added_at");
        int next = keys.bind(query, 1);
        query.setParameter(next, MOST_NAMES);
        return grouped(query.getResultList());
    }

    private static Map<Log.Place, List<Details.Reaction>> grouped(List<?> rows) {
        Map<Log.Place, Map<String, Details.Reaction>> byEmoji = new HashMap<>();
        for (Object found : rows) {
            Object[] row = (Object[]) found;
            Details.Reaction kind = byEmoji.computeIfAbsent(Log.Place.of(row), key -> new LinkedHashMap<>())
                    .computeIfAbsent(
                            (String) row[2],
                            emoji -> new Details.Reaction(emoji, ((Number) row[3]).longValue(), new ArrayList<>()));
            // People who have deleted their account, or came with an imported room, count but have no username.
            if (row[4] != null) {
                kind.usernames().add((String) row[4]);
            }
        }
        Map<Log.Place, List<Details.Reaction>> reactions = new HashMap<>();
        byEmoji.forEach((place, kinds) -> reactions.put(place, List.copyOf(kinds.values())));
        return reactions;
    }

    @Override
    public Details added(Details details, List<Details.Reaction> found) {
        return details.reacted(found);
    }

    @Override
    public void restore(List<LoggedMessage> messages) {
        messages.forEach(this::restore);
    }

    /** Nobody here has reacted, so the people get ids that no account has: below zero. */
    private void restore(LoggedMessage message) {
        long at = message.createdAt().toEpochMilli();
        for (Details.Reaction kind : message.details().reactions()) {
            long since = at;
            for (long person = 1; person <= kind.count(); person++) {
                Reaction.Key key = new Reaction.Key(message.roomId(), message.seq(), kind.emoji(), -person);
                Reaction reaction = new Reaction(key, at++, since);
                reaction.author(message.senderId());
                entities.persist(reaction);
            }
        }
    }

    @Override
    public void forget(long roomId, Collection<Long> numbers) {
        entities.createQuery("delete from Reaction r where r.roomId = :room and r.seq in :numbers")
                .setParameter("room", roomId)
                .setParameter("numbers", KeyTable.padded(numbers))
                .executeUpdate();
    }
}
