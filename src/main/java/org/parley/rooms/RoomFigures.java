package org.parley.rooms;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.system.KeyTable;
import org.parley.system.Reads;

/**
 * Counts over the members of rooms, with two statements for any number of rooms. A large room is counted once in ten
 * seconds, because everybody looks at the lobby and everybody is a member of it.
 */
@ApplicationScoped
class RoomFigures {
    /** A room with this many members is large. */
    static final int LARGE = 1000;

    private final Cache<Long, Long> large = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(10))
            .maximumSize(1000)
            .build();

    @Inject
    Reads reads;

    /**
     * The figures of many rooms, by room id.
     *
     * @param members how many members a room has; a room without members is missing
     * @param owners the username of the longest-standing owner
     */
    record Figures(Map<Long, Long> members, Map<Long, String> owners) {}

    Figures of(Collection<Long> roomIds) {
        return roomIds.isEmpty() ? new Figures(Map.of(), Map.of()) : new Figures(members(roomIds), owners(roomIds));
    }

    private Map<Long, Long> members(Collection<Long> roomIds) {
        Map<Long, Long> members = new HashMap<>(large.getAllPresent(roomIds));
        List<Long> others =
                roomIds.stream().filter(id -> !members.containsKey(id)).toList();
        if (!others.isEmpty()) {
            count(others).forEach((room, count) -> {
                members.put(room, count);
                if (count > LARGE) {
                    large.put(room, count);
                }
            });
        }
        return members;
    }

    private Map<Long, Long> count(List<Long> roomIds) {
        Map<Long, Long> counts = new HashMap<>();
        rows(
                        "SELECT m.room_id, COUNT(*) AS members FROM membership m"
                                + " WHERE m.room_id IN (:rooms) GROUP BY m.room_id",
                        roomIds)
                .forEach(row -> counts.put(number(row[0]), number(row[1])));
        return counts;
    }

    private Map<Long, String> owners(Collection<Long> roomIds) {
        Map<Long, String> owners = new HashMap<>();
        rows(
                        "SELECT m.room_id, a.username FROM membership m JOIN account a ON a.id = m.account_id"
                                + " WHERE m.room_id IN (:rooms) AND m.role = 'owner' ORDER BY m.role_since, m.id",
                        roomIds)
                .forEach(row -> owners.putIfAbsent(number(row[0]), (String) row[1]));
        return owners;
    }

    /** In SQL, because Hibernate translates a query of its own language anew for each list. */
    private List<Object[]> rows(String sql, Collection<Long> roomIds) {
        return reads.get(session -> session.createNativeQuery(sql, Object[].class)
                .setParameter("rooms", KeyTable.padded(roomIds))
                .getResultList());
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
