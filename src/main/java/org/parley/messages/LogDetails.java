package org.parley.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.parley.system.KeyTable;

/** Looks up, for rows of the log, whom they mention and what they answer: one statement each, none where nothing is. */
@ApplicationScoped
public class LogDetails {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    List<LoggedMessage> complete(List<LogRow> rows) {
        return complete(
                rows,
                quotes(rows.stream()
                        .filter(row -> row.replyTo() != null)
                        .map(row -> new Log.Place(row.roomId(), row.replyTo()))
                        .collect(Collectors.toSet())));
    }

    /** Of those that answer others nothing tells so. */
    List<LoggedMessage> unquoted(List<LogRow> rows) {
        return complete(rows, Map.of());
    }

    private List<LoggedMessage> complete(List<LogRow> rows, Map<Log.Place, LoggedMessage.Quote> quotes) {
        Map<Log.Place, TreeSet<String>> mentions = mentions(rows);
        return rows.stream()
                .map(row -> row.logged(
                        row.replyTo() == null ? null : quotes.get(new Log.Place(row.roomId(), row.replyTo())),
                        List.copyOf(mentions.getOrDefault(new Log.Place(row.roomId(), row.seq()), new TreeSet<>()))))
                .toList();
    }

    private Map<Log.Place, TreeSet<String>> mentions(List<LogRow> rows) {
        Map<Log.Place, TreeSet<String>> mentions = new HashMap<>();
        KeyTable keys = KeyTable.of("room_id", KeyTable.Type.NUMBER, "seq", KeyTable.Type.NUMBER);
        rows.stream().filter(row -> row.text().indexOf('@') >= 0).forEach(row -> keys.add(row.roomId(), row.seq()));
        if (keys.isEmpty()) {
            return mentions;
        }
        Query query = entities.createNativeQuery("SELECT n.room_id, n.seq, a.username FROM " + keys.table() + " w"
                + " JOIN mention n ON n.room_id = w.room_id AND n.seq = w.seq JOIN account a ON a.id = n.account_id");
        keys.bind(query, 1);
        for (Object found : (List<?>) query.getResultList()) {
            Object[] row = (Object[]) found;
            mentions.computeIfAbsent(place(row), place -> new TreeSet<>()).add((String) row[2]);
        }
        return mentions;
    }

    /** What replies to these messages show of them; a place without a message is absent. */
    public Map<Log.Place, LoggedMessage.Quote> quotes(Collection<Log.Place> places) {
        Map<Log.Place, LoggedMessage.Quote> quotes = new HashMap<>();
        if (places.isEmpty()) {
            return quotes;
        }
        KeyTable keys = KeyTable.of("room_id", KeyTable.Type.NUMBER, "seq", KeyTable.Type.NUMBER);
        places.forEach(place -> keys.add(place.roomId(), place.seq()));
        Query query = entities.createNativeQuery("SELECT m.room_id, m.seq, a.username, m.kind, m.body FROM "
                + keys.table() + " w JOIN message m ON m.room_id = w.room_id AND m.seq = w.seq"
                + " JOIN account a ON a.id = m.sender_id");
        keys.bind(query, 1);
        for (Object found : (List<?>) query.getResultList()) {
            Object[] row = (Object[]) found;
            String body = row[3].equals(LoggedMessage.SYSTEM) ? "" : (String) row[4];
            quotes.put(place(row), LoggedMessage.Quote.of(place(row).seq(), (String) row[2], body));
        }
        return quotes;
    }

    private static Log.Place place(Object[] row) {
        return new Log.Place(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
    }
}
