package org.parley.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.parley.accounts.Caller;
import org.parley.rooms.Room;
import org.parley.rooms.RoomKey;
import org.parley.system.Paging;

/** Makes reports for the tests that run inside the server. */
@ApplicationScoped
public class ReportStage {
    @Inject
    ReportingMessages reporting;

    @Inject
    ListingReports listing;

    @Inject
    SettlingReports settling;

    public void report(Caller reporter, Room room, long seq) {
        reporting.report(reporter, RoomKey.room(room.name()), Long.toString(seq), new NewReportJson("spam"));
    }

    public void dismiss(Caller caller, Room room, String id) {
        settling.settle(caller, room.name(), id, Report.State.DISMISSED);
    }

    /** As the room's owners and moderators see them. */
    public int ofRoom(Caller staff, Room room) {
        return listing.page(staff, room.name(), null, Paging.of("200", null))
                .reports()
                .size();
    }

    /** The newest reports of the server, as an administrator sees them. */
    public int everywhere(int limit) {
        return listing.everywhere(null, Paging.of(Integer.toString(limit), null))
                .reports()
                .size();
    }
}
