package org.parley.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.parley.messages.Log;
import org.parley.rooms.Room;
import org.parley.system.Paging;

/** The reports, the newest first. Checks no rights. */
@ApplicationScoped
@Transactional
class Reports {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    /** A report, and the room or private conversation of its message. */
    record Filed(Report report, Room room) {}

    void add(Report report) {
        entities.persist(report);
    }

    Optional<Report> find(long id) {
        return Optional.ofNullable(entities.find(Report.class, id));
    }

    /** The id of the room or private conversation of a report. */
    Optional<Long> roomOf(long id) {
        return entities.createQuery("select p.roomId from Report p where p.id = :id", Long.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    Optional<Report> of(Log.Place place, long reporterId) {
        return entities.createQuery(
                        "select p from Report p where p.roomId = :room and p.seq = :seq and p.reporterId = :reporter",
                        Report.class)
                .setParameter("room", place.roomId())
                .setParameter("seq", place.seq())
                .setParameter("reporter", reporterId)
                .getResultStream()
                .findFirst();
    }

    /** One row more than the page has. @param state the reports to show, or {@code null} for all */
    List<Report> ofRoom(long roomId, Report.State state, Paging paging) {
        TypedQuery<Report> query = entities.createQuery(
                "select p from Report p where p.roomId = :room and p.id < :before" + in(state) + " order by p.id desc",
                Report.class);
        return page(query.setParameter("room", roomId), state, paging).getResultList();
    }

    /** Reports of all rooms and conversations that exist. A report made while its room was deleted is left out. */
    List<Filed> everywhere(Report.State state, Paging paging) {
        TypedQuery<Object[]> query = entities.createQuery(
                "select p, r from Report p join Room r on r.id = p.roomId where r.gone = false and p.id < :before"
                        + in(state) + " order by p.id desc",
                Object[].class);
        return page(query, state, paging)
                .getResultStream()
                .map(row -> new Filed((Report) row[0], (Room) row[1]))
                .toList();
    }

    private static String in(Report.State state) {
        return state == null ? "" : " and p.state = :state";
    }

    private static <T> TypedQuery<T> page(TypedQuery<T> query, Report.State state, Paging paging) {
        if (state != null) {
            query.setParameter("state", state.wire());
        }
        return query.setParameter("before", paging.before()).setMaxResults(paging.limit() + 1);
    }

    /** How many open reports a room has. */
    long open(long roomId) {
        return entities.createQuery(
                        "select count(p) from Report p where p.roomId = :room and p.state = 'open'", Long.class)
                .setParameter("room", roomId)
                .getSingleResult();
    }

    /** How many open reports the server has. */
    long open() {
        return entities.createQuery(
                        "select count(p) from Report p join Room r on r.id = p.roomId"
                                + " where r.gone = false and p.state = 'open'",
                        Long.class)
                .getSingleResult();
    }

    /** The event for the present state of a report. */
    ReportChanged changed(Report report) {
        return new ReportChanged(report.roomId(), report.place().seq(), report.state());
    }
}
