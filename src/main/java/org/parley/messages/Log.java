package org.parley.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.parley.system.Keys;

/**
 * Reads the logs of rooms, by number and never by time. Asks no rights and knows no limit of what may be shown: callers
 * pass the {@code Door} and stay below {@link Heads}.
 */
@ApplicationScoped
@Transactional
public class Log {
    private static final String COLUMNS =
            "SELECT m.room_id, m.seq, m.sender_id, m.client_id, m.kind, m.body, m.reply_to,"
                    + " m.system_action, m.created_at, a.username, a.display_name, t.username AS target FROM ";
    private static final String PEOPLE =
            " JOIN account a ON a.id = m.sender_id LEFT JOIN account t ON t.id = m.system_target_id";

    /** A row's place in the logs. */
    public record Place(long roomId, long seq) {}

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    LogDetails details;

    /** Everything with a number from {@code first} to {@code last}, both included, in order; three statements at most. */
    public List<Logged> range(long roomId, long first, long last) {
        if (first > last) {
            return List.of();
        }
        Query query = entities.createNativeQuery(COLUMNS + "message m" + PEOPLE
                + " WHERE m.room_id = ? AND m.seq >= ? AND m.seq <= ? ORDER BY m.room_id, m.seq");
        query.setParameter(1, roomId).setParameter(2, first).setParameter(3, last);
        return logged(query);
    }

    /** The messages at these places, in any order, without those that are not there; three statements at most. */
    public List<Logged> at(Collection<Place> places) {
        return at(places, details::complete);
    }

    /** As {@link #at}, without quotes of what they answer: for a reader who is to know these messages and no others. */
    public List<Logged> alone(Collection<Place> places) {
        return at(places, details::unquoted);
    }

    private List<Logged> at(Collection<Place> places, Function<List<LogRow>, List<Logged>> completion) {
        if (places.isEmpty()) {
            return List.of();
        }
        Keys keys = Keys.of("room_id", Keys.Type.NUMBER, "seq", Keys.Type.NUMBER);
        places.forEach(place -> keys.add(place.roomId(), place.seq()));
        Query query = entities.createNativeQuery(
                COLUMNS + keys.table() + " w JOIN message m ON m.room_id = w.room_id AND m.seq = w.seq" + PEOPLE);
        keys.bind(query, 1);
        return completion.apply(rows(query)).stream().distinct().toList();
    }

    private List<Logged> logged(Query query) {
        return details.complete(rows(query));
    }

    private static List<LogRow> rows(Query query) {
        return ((List<?>) query.getResultList()).stream().map(LogRow::of).toList();
    }
}
