package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import org.parley.accounts.Caller;

/** Public rooms and one's own, but none that one is banned from, page by page: one statement for a page, and those of {@link RoomViews}. */
@ApplicationScoped
@Transactional
class BrowsingRooms {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    RoomViews views;

    RoomsJson page(Caller caller, RoomList list) {
        List<Entry> found = query(caller, list)
                .setMaxResults(list.paging().limit() + 1)
                .getResultStream()
                .map(row -> new Entry(caller, (Room) row[0], (Membership) row[1]))
                .toList();
        List<RoomJson> rooms = views.of(caller, list.paging().page(found));
        return new RoomsJson(rooms, list.paging().next(found, list::key));
    }

    private TypedQuery<Object[]> query(Caller caller, RoomList list) {
        boolean searched = !list.part().isEmpty();
        TypedQuery<Object[]> query = entities.createQuery(
                "select r, m from Room r " + (list.joined() ? "join" : "left join")
                        + " Membership m on m.roomId = r.id and m.accountId = :account"
                        + " where r.gone = false and r.kind <> 'direct' and (r.kind = 'public' or m.id is not null)"
                        + " and not exists (select s from Sanction s"
                        + " where s.roomId = r.id and s.accountId = :account and s.kind = 'ban')"
                        + (searched ? " and r.nameFolded like :pattern escape '!'" : "")
                        + after(list)
                        + (list.byActivity() ? " order by r.lastMessageAt desc, r.id desc" : " order by r.nameFolded"),
                Object[].class);
        query.setParameter("account", caller.accountId());
        if (searched) {
            query.setParameter("pattern", list.pattern());
        }
        return list.paging().after() == null ? query : placed(query, list);
    }

    private static String after(RoomList list) {
        if (list.paging().after() == null) {
            return "";
        }
        return list.byActivity()
                ? " and (r.lastMessageAt < :time or (r.lastMessageAt = :time and r.id < :room))"
                : " and r.nameFolded > :name";
    }

    private static TypedQuery<Object[]> placed(TypedQuery<Object[]> query, RoomList list) {
        String key = list.paging().after();
        if (!list.byActivity()) {
            return query.setParameter("name", key);
        }
        Activity after = Activity.of(key);
        return query.setParameter("time", after.time()).setParameter("room", after.roomId());
    }
}
