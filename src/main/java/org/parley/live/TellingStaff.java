package org.parley.live;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.parley.reports.ListingReports;
import org.parley.reports.ReportChanged;
import org.parley.rooms.Memberships;
import org.parley.rooms.Room;
import org.parley.rooms.Rooms;
import org.parley.system.Starting;
import org.parley.system.Stopping;
import org.parley.system.Threads;

/** Tells the owners and moderators of a room, on their own sockets, about its open reports. */
@ApplicationScoped
class TellingStaff {
    private static final System.Logger LOG = System.getLogger(TellingStaff.class.getName());

    @Inject
    Connections connections;

    @Inject
    Rooms rooms;

    @Inject
    Memberships memberships;

    @Inject
    ListingReports reports;

    @Inject
    Codec codec;

    @Inject
    Threads threads;

    private Hinting hints;

    void start(@Observes @Priority(Starting.LIVE) Starting starting) {
        hints = Hinting.on(
                threads, "parley-staff", LOG, "Could not tell a room's staff of a report; the list of reports has it");
    }

    void reported(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReportChanged report) {
        if (connections.anybodyReachable()) {
            hints.execute(() -> rooms.find(report.roomId()).ifPresent(room -> tell(room, report)));
        }
    }

    /** Does nothing for private conversations, because they have no staff. */
    private void tell(Room room, ReportChanged report) {
        Encoded frame = codec.encoded(new Frames.ReportNotification(
                "notification",
                "report",
                room.name(),
                room.wireId(),
                report.seq(),
                report.state(),
                reports.open(room.id())));
        for (long account : memberships.staff(room.id())) {
            connections.tell(account, frame);
        }
    }

    void stop(@Observes @Priority(Stopping.FEEDS) Stopping stopping) {
        hints.stop();
    }
}
