package org.parley.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;

/** How far the logs of all rooms and conversations go. */
@ApplicationScoped
class RoomHeads {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    /** The stored head of each room with a log, those used last first. One statement, which reads every room. */
    @Transactional
    Map<Long, Long> all() {
        Map<Long, Long> heads = new LinkedHashMap<>();
        entities.createQuery(
                        "select r.id, r.head from Room r where r.gone = false and r.head > 0"
                                + " order by r.lastMessageAt desc, r.id desc",
                        Object[].class)
                .getResultStream()
                .forEach(row -> heads.put((Long) row[0], (Long) row[1]));
        return heads;
    }
}
