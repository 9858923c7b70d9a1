package org.parley.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.parley.system.KeyTable;

/** Which people messages mention, by the names that these have now. */
@ApplicationScoped
class MentionedNames implements Detail<SortedSet<String>>, Remains {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Override
    public Map<Log.Place, SortedSet<String>> of(List<LogRow> rows) {
        Map<Log.Place, SortedSet<String>> names = new HashMap<>();
        KeyTable keys = Log.Place.table(rows.stream()
                .filter(row -> row.text().indexOf('@') >= 0)
                .map(LogRow::place)
                .toList());
        if (keys.isEmpty()) {
            return names;
        }
        Query query = entities.createNativeQuery("SELECT n.room_id, n.seq, a.username FROM "
                + keys.table(entities) + " w JOIN mention n"
                + " ON n.room_id = w.room_id AND n.seq = w.seq AND n.named = TRUE"
                + " JOIN account a ON a.id = n.account_id AND a.username IS NOT NULL");
        keys.bind(query, 1);
        for (Object found : (List<?>) query.getResultList()) {
            Object[] row = (Object[]) found;
            names.computeIfAbsent(Log.Place.of(row), place -> new TreeSet<>()).add((String) row[2]);
        }
        return names;
    }

    @Override
    public Details added(Details details, SortedSet<String> found) {
        return details.mentioning(List.copyOf(found));
    }

    @Override
    public void forget(long roomId, Collection<Long> numbers) {
        entities.createQuery("delete from Mention n where n.roomId = :room and n.seq in :numbers")
                .setParameter("room", roomId)
                .setParameter("numbers", KeyTable.padded(numbers))
                .executeUpdate();
    }
}
