package org.parley.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.parley.accounts.Caller;
import org.parley.problems.Refusal;
import org.parley.rooms.Door;
import org.parley.rooms.Role;
import org.parley.rooms.RoomKey;
import org.parley.rooms.Visit;
import org.parley.system.Paging;

/** Lists reports for the staff of a room and for the administrators of the server. */
@ApplicationScoped
@Transactional
public class ListingReports {
    @Inject
    Door door;

    @Inject
    Reports reports;

    @Inject
    ReportViews views;

    /**
     * A page for owners and moderators. The page is read first and the right checked after it, as for a log.
     *
     * @param state the reports to show, or {@code null} for all
     * @throws Refusal {@code not_found}, {@code not_member} or {@code forbidden}
     */
    ReportsJson page(Caller caller, String room, Report.State state, Paging paging) {
        Optional<Long> id = door.resolve(caller, RoomKey.room(room));
        List<Report> found =
                id.map(known -> reports.ofRoom(known, state, paging)).orElse(List.of());
        Visit staff = id.map(known -> door.see(caller, known))
                .orElseGet(() -> door.see(caller, room))
                .as(Role.MODERATOR);
        return new ReportsJson(
                views.ofStaff(staff.room(), paging.page(found)),
                paging.next(found, report -> Long.toString(report.id())),
                reports.open(staff.room().id()));
    }

    /** How many open reports a room has. */
    public long open(long roomId) {
        return reports.open(roomId);
    }

    /** Reports of the whole server, including private conversations, whose reports nobody else can settle. */
    ReportsJson everywhere(Report.State state, Paging paging) {
        List<Reports.Filed> found = reports.everywhere(state, paging);
        return new ReportsJson(
                views.ofAdmin(paging.page(found)),
                paging.next(found, filed -> Long.toString(filed.report().id())),
                reports.open());
    }
}
