package org.parley.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.system.KeyTable;

/** How many unread messages of a room mention each person. */
@ApplicationScoped
@Transactional
public class UnreadMentions {
    private static final String BY_NAME = unread("mention n ON n.account_id = m.account_id AND n.counted = TRUE");
    private static final String WITH_ALL = unread("audience n ON n.slot = MOD(m.account_id, 32)"
            + " AND LOCATE(CONCAT(',', m.account_id, ','), n.people) > 0");

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    /** @param mentions the rows that count, and the condition on which they mention a member */
    private static String unread(String mentions) {
        return "SELECT m.account_id, COUNT(*) AS unread FROM membership m JOIN " + mentions
                + " AND n.room_id = m.room_id AND n.seq >= COALESCE(m.unread_from, m.read_seq + 1)"
                + " WHERE m.room_id = :room AND m.account_id IN (:accounts) GROUP BY m.account_id";
    }

    /** By account; an account without mentions is absent. Two statements for some hundred accounts. */
    public Map<Long, Integer> of(long roomId, List<Long> accountIds) {
        Map<Long, Integer> counts = new HashMap<>();
        KeyTable.inParts(accountIds, part -> count(roomId, part, counts));
        return counts;
    }

    private void count(long roomId, List<Long> accountIds, Map<Long, Integer> counts) {
        for (String mentions : List.of(BY_NAME, WITH_ALL)) {
            Query query = entities.createNativeQuery(mentions)
                    .setParameter("room", roomId)
                    .setParameter("accounts", KeyTable.padded(accountIds));
            for (Object found : (List<?>) query.getResultList()) {
                Object[] row = (Object[]) found;
                counts.merge(((Number) row[0]).longValue(), ((Number) row[1]).intValue(), Integer::sum);
            }
        }
    }
}
