package org.parley.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.system.KeyTable;

/** How many unread messages of a room mention each person. */
@ApplicationScoped
@Transactional
public class UnreadMentions {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    /** By account; an account without mentions is absent. One statement for some hundred accounts. */
    public Map<Long, Integer> of(long roomId, List<Long> accountIds) {
        Map<Long, Integer> counts = new HashMap<>();
        KeyTable.inParts(accountIds, part -> count(roomId, part, counts));
        return counts;
    }

    private void count(long roomId, List<Long> accountIds, Map<Long, Integer> counts) {
        entities.createQuery(
                        "select m.accountId, count(n) from Membership m"
                                + " join Mention n on n.roomId = m.roomId and n.accountId = m.accountId"
                                + " where m.roomId = :room and m.accountId in :accounts"
                                + " and n.seq >= coalesce(m.unreadFrom, m.readSeq + 1)"
                                + " group by m.accountId",
                        Object[].class)
                .setParameter("room", roomId)
                .setParameter("accounts", KeyTable.padded(accountIds))
                .getResultStream()
                .forEach(row -> counts.put((Long) row[0], ((Long) row[1]).intValue()));
    }
}
