package org.parley.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.parley.accounts.Caller;
import org.parley.accounts.OwnData;
import org.parley.rooms.Room;
import org.parley.system.Paging;

/** The reports that the caller made, for the download of their data. The reported messages are not the caller's. */
@ApplicationScoped
class OwnReports implements OwnData {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    record ReportRecord(String id, String roomId, long seq, String reason, String state, Instant createdAt) {}

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public Page<ReportRecord> records(Caller caller, Paging paging) {
        List<Report> found = entities.createQuery(
                        "select r from Report r where r.reporterId = :reporter and r.id > :after order by r.id",
                        Report.class)
                .setParameter("reporter", caller.accountId())
                .setParameter("after", paging.number())
                .setMaxResults(paging.limit() + 1)
                .getResultList();
        return new Page<>(
                paging.page(found).stream().map(OwnReports::json).toList(),
                paging.next(found, report -> Long.toString(report.id())));
    }

    private static ReportRecord json(Report report) {
        return new ReportRecord(
                report.wireId(),
                Room.wireId(report.roomId()),
                report.place().seq(),
                report.reason(),
                report.state(),
                report.createdAt());
    }
}
