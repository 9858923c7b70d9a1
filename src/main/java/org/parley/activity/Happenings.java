package org.parley.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.accounts.Caller;

/** What concerns a person, from all sources. */
@ApplicationScoped
class Happenings {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    /**
     * The newest before a moment, with one statement for each source. A message that answers the person and mentions
     * them is one item: a reply, as in the notification.
     */
    List<Happening> newest(Caller caller, List<Source> sources, Moment before, int most) {
        Map<Moment, Happening> merged = new TreeMap<>(Moment.NEWEST_FIRST);
        for (Source source : sources) {
            // Replies come after mentions in the list of sources, and replace them.
            newest(caller, source, before, most).forEach(happening -> merged.put(happening.moment(), happening));
        }
        return merged.values().stream().limit(most).toList();
    }

    private List<Happening> newest(Caller caller, Source source, Moment before, int most) {
        Query query = entities.createNativeQuery(source.sql(caller.admin()));
        bind(query, source, caller, before, most);
        return ((List<?>) query.getResultList())
                .stream().map(row -> Happening.of(source, row)).toList();
    }

    static void bind(Query query, Source source, Caller caller, Moment before, int most) {
        query.setParameter("me", caller.accountId())
                .setParameter("reader", source.reader(caller.accountId()))
                .setParameter("time", before.time())
                .setParameter("room", before.roomId())
                .setParameter("seq", before.seq())
                .setParameter("most", most);
    }
}
