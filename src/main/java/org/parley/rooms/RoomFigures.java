package org.parley.rooms;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Counts over the members of rooms, with two statements for any number of rooms. A large room is counted once in ten
 * seconds, because everybody looks at the lobby and everybody is a member of it.
 */
@ApplicationScoped
@Transactional
class RoomFigures {
    /** A room with this many members is large. */
    static final int LARGE = 1000;

    private final Cache<Long, Long> large = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(10))
            .maximumSize(1000)
            .build();

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

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
        List<Object[]> counts = entities.createQuery(
                        "select m.roomId, count(m) from Membership m where m.roomId in :rooms group by m.roomId",
                        Object[].class)
                .setParameter("rooms", roomIds)
                .getResultList();
        return counts.stream().collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }

    private Map<Long, String> owners(Collection<Long> roomIds) {
        Map<Long, String> owners = new HashMap<>();
        entities.createQuery(
                        "select m.roomId, a.username from Membership m join Account a on a.id = m.accountId"
                                + " where m.roomId in :rooms and m.role = 'owner' order by m.roleSince, m.id",
                        Object[].class)
                .setParameter("rooms", roomIds)
                .getResultStream()
                .forEach(row -> owners.putIfAbsent((Long) row[0], (String) row[1]));
        return owners;
    }
}
