package org.parley.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.parley.accounts.Caller;
import org.parley.problems.Refusal;
import org.parley.rooms.Door;
import org.parley.rooms.Role;
import org.parley.rooms.Room;
import org.parley.rooms.RoomKey;
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
        Door.Read<List<Report>> read = door.readFirst(
                caller,
                RoomKey.room(room),
                roomId -> reports.ofRoom(roomId, state, paging),
                visit -> visit.as(Role.MODERATOR));
        List<Report> found = read.found().orElse(List.of());
        Room reported = read.room().room();
        return new ReportsJson(
                views.ofStaff(reported, paging.page(found)),
                paging.next(found, report -> Long.toString(report.id())),
                reports.open(reported.id()));
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
