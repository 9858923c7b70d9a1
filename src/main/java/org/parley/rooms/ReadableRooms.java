package org.parley.rooms;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.parley.accounts.Caller;

/**
 * The rooms and conversations whose logs a caller may read, for looking in all of them. It may be a second late. So
 * {@link Door#readable} decides what is shown, and this only where to look.
 */
@ApplicationScoped
@Transactional
public class ReadableRooms {
    /** The rooms that are open to everybody are the same for all callers, and may be very many. */
    private static final Duration KEPT = Duration.ofSeconds(1);

    private static final String OPEN = " and r.kind = 'public' and r.passwordHash is null";
    private static final String EVERY = " and r.kind <> 'direct'";

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    private final LoadingCache<String, long[]> known =
            Caffeine.newBuilder().expireAfterWrite(KEPT).build(this::open);

    /** The ids, each once, in any order. At most three statements. */
    public long[] ids(Caller caller) {
        List<Long> own = entities.createQuery(
                        "select m.roomId from Membership m join Room r on r.id = m.roomId"
                                + " where m.accountId = :account and r.gone = false",
                        Long.class)
                .setParameter("account", caller.accountId())
                .getResultList();
        Set<Long> banned = new HashSet<>(entities.createQuery(
                        "select s.roomId from Sanction s where s.accountId = :account and s.kind = 'ban'", Long.class)
                .setParameter("account", caller.accountId())
                .getResultList());
        long[] others = known.get(caller.admin() ? EVERY : OPEN);
        return LongStream.concat(own.stream().mapToLong(Long::longValue), LongStream.of(others))
                .distinct()
                .filter(roomId -> banned.isEmpty() || !banned.contains(roomId))
                .toArray();
    }

    private long[] open(String which) {
        return entities.createQuery("select r.id from Room r where r.gone = false" + which, Long.class)
                .getResultStream()
                .mapToLong(Long::longValue)
                .toArray();
    }
}
