package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import org.parley.accounts.Caller;
import org.parley.system.Paging;

/** Lists all rooms for administrators, private ones too. Of private conversations they learn only the number. */
@ApplicationScoped
@Transactional
public class SurveyingRooms {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    RoomViews views;

    /** A page ordered by name, with one statement and those of {@link RoomViews}. */
    public RoomsJson page(Caller caller, String query, Paging paging) {
        RoomList list = RoomList.of(query, null, null, paging);
        List<Visit> found = entities.createQuery(
                        """
                        select r, m, b from Room r
                        left join Membership m on m.roomId = r.id and m.accountId = :account
                        left join Sanction b on b.roomId = r.id and b.accountId = :account and b.kind = 'ban'
                        where r.gone = false and r.kind <> 'direct'
                        and r.nameFolded like :pattern escape '!' and r.nameFolded > :after
                        order by r.nameFolded""",
                        Object[].class)
                .setParameter("account", caller.accountId())
                .setParameter("pattern", list.pattern())
                .setParameter("after", paging.after() == null ? "" : paging.after())
                .setMaxResults(paging.limit() + 1)
                .getResultStream()
                .map(row -> new Visit(caller, (Room) row[0], (Membership) row[1], null, (Sanction) row[2]))
                .toList();
        return new RoomsJson(views.of(caller, paging.page(found)), paging.next(found, visit -> visit.room()
                .nameFolded()));
    }

    /** @param messages all numbers ever given, including those of changes and system messages */
    public record Counts(long rooms, long conversations, long messages) {}

    /** Runs one statement. */
    public Counts counts() {
        Object[] counts = entities.createQuery(
                        """
                        select count(case when r.kind <> 'direct' then 1 end), count(case when r.kind = 'direct' then 1 end),
                        coalesce(sum(r.head), 0)
                        from Room r where r.gone = false""",
                        Object[].class)
                .getSingleResult();
        return new Counts((Long) counts[0], (Long) counts[1], ((Number) counts[2]).longValue());
    }
}
