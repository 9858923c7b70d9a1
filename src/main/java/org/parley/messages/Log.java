package org.parley.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.parley.system.KeyTable;

/**
 * Reads the logs of rooms, by number and never by time. It checks no rights and does not know which number may be
 * shown: callers pass the {@code Door} and stay below {@link Heads}.
 */
@ApplicationScoped
@Transactional
public class Log implements LogFollower.Source {
    private static final String COLUMNS =
            "SELECT m.room_id, m.seq, m.sender_id, m.client_id, m.kind, m.body, m.reply_to,"
                    + " m.system_action, m.created_at, m.deleted,"
                    + " a.username, COALESCE(a.display_name, i.display_name, ''), t.username AS target,"
                    + " m.edited_at, m.reactions, m.pinned,"
                    + " m.replies, m.mentions_all, m.attachments, a.avatar_id FROM ";
    private static final String PEOPLE =
            " LEFT JOIN account a ON a.id = m.sender_id LEFT JOIN account t ON t.id = m.system_target_id"
                    + " LEFT JOIN imported_person i ON m.sender_id < 0"
                    + " AND i.room_id = m.room_id AND i.id = m.sender_id";

    /** A row's place in the logs. */
    public record Place(long roomId, long seq) {
        /** The place in a row whose first two columns are the room's id and the number. */
        public static Place of(Object[] row) {
            return new Place(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
        }

        /** The places as a table to join with; its columns are {@code room_id} and {@code seq}. */
        public static KeyTable table(Collection<Place> places) {
            KeyTable table = KeyTable.of("room_id", KeyTable.Type.NUMBER, "seq", KeyTable.Type.NUMBER);
            places.forEach(place -> table.add(place.roomId(), place.seq()));
            return table;
        }
    }

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    LogDetails details;

    @Inject
    ChangeKinds kinds;

    /** Everything with a number from {@code first} to {@code last}, both included, in order. */
    @Override
    public List<Logged> range(long roomId, long first, long last) {
        List<LoggedMessage> messages = details.complete(rows(roomId, first, last, (int) (last - first + 1)));
        if (messages.size() == last - first + 1 || first > last) {
            return List.copyOf(messages);
        }
        List<Logged> all = new ArrayList<>(messages);
        all.addAll(changes(roomId, first, last));
        all.sort(Comparator.comparingLong(Logged::seq));
        return all;
    }

    private List<Logged> changes(long roomId, long first, long last) {
        Query query = entities.createNativeQuery(
                "SELECT c.room_id, c.seq, c.kind, c.actor_id, a.username, c.target_seq, c.content"
                        + " FROM message_change c LEFT JOIN account a ON a.id = c.actor_id"
                        + " WHERE c.room_id = ? AND c.seq >= ? AND c.seq <= ?");
        query.setParameter(1, roomId).setParameter(2, first).setParameter(3, last);
        return kinds.logged(
                ((List<?>) query.getResultList()).stream().map(Log::change).toList());
    }

    private static ChangeRow change(Object columns) {
        Object[] row = (Object[]) columns;
        return new ChangeRow(
                ((Number) row[0]).longValue(),
                ((Number) row[1]).longValue(),
                (String) row[2],
                ((Number) row[3]).longValue(),
                (String) row[4],
                ((Number) row[5]).longValue(),
                (String) row[6]);
    }

    /** The first messages from one number to another, both included, in order. */
    List<LogRow> rows(long roomId, long first, long last, int limit) {
        if (first > last || limit < 1) {
            return List.of();
        }
        Query query = entities.createNativeQuery(COLUMNS + "message m" + PEOPLE
                + " WHERE m.room_id = ? AND m.seq >= ? AND m.seq <= ? ORDER BY m.room_id, m.seq LIMIT ?");
        query.setParameter(1, roomId)
                .setParameter(2, first)
                .setParameter(3, last)
                .setParameter(4, limit);
        return rows(query);
    }

    /** The numbers of the messages that each change from one number to another concerns, in any order. */
    List<Long> targets(long roomId, long first, long last) {
        return entities.createQuery(
                        "select c.targetSeq from MessageChange c"
                                + " where c.roomId = :room and c.seq between :first and :last",
                        Long.class)
                .setParameter("room", roomId)
                .setParameter("first", first)
                .setParameter("last", last)
                .getResultList();
    }

    /**
     * A number from which on the messages were sent at this time or later; above {@code head} if there are none. It is
     * found by halves, with one statement each, because the index has no times. Numbers follow the clock of the server,
     * so after the clock was set back the result is one of several.
     *
     * @param millis the time
     */
    long sentFrom(long roomId, long millis, long head) {
        long low = 1;
        long high = head + 1;
        while (low < high) {
            long middle = (low + high) >>> 1;
            Object[] next = next(roomId, middle, high - 1);
            if (next == null || ((Number) next[1]).longValue() >= millis) {
                high = middle;
            } else {
                low = ((Number) next[0]).longValue() + 1;
            }
        }
        return low;
    }

    /** The number and the time of the first message from one number to another, or {@code null}. */
    private Object[] next(long roomId, long first, long last) {
        Query query = entities.createNativeQuery("SELECT m.seq, m.created_at FROM message m"
                + " WHERE m.room_id = ? AND m.seq >= ? AND m.seq <= ? ORDER BY m.room_id, m.seq LIMIT 1");
        query.setParameter(1, roomId).setParameter(2, first).setParameter(3, last);
        return (Object[]) query.getResultStream().findFirst().orElse(null);
    }

    /**
     * The messages at these places, in any order; places without a message are left out. It takes one statement, and
     * at most one for each {@link Detail}.
     */
    public List<LoggedMessage> at(Collection<Place> places) {
        return at(places, details::complete);
    }

    /** As {@link #at}, but without quotes, for a reader who may see no other messages. */
    public List<LoggedMessage> alone(Collection<Place> places) {
        return at(places, details::alone);
    }

    private List<LoggedMessage> at(Collection<Place> places, Function<List<LogRow>, List<LoggedMessage>> completion) {
        if (places.isEmpty()) {
            return List.of();
        }
        KeyTable keys = Place.table(places);
        Query query = entities.createNativeQuery(COLUMNS + keys.table(entities) + " w JOIN message m"
                + " ON m.room_id = w.room_id AND m.seq = w.seq" + PEOPLE);
        keys.bind(query, 1);
        return completion.apply(rows(query).stream().distinct().toList());
    }

    private static List<LogRow> rows(Query query) {
        return ((List<?>) query.getResultList()).stream().map(LogRow::of).toList();
    }
}
