package org.parley.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.parley.accounts.Caller;
import org.parley.messages.Log;
import org.parley.messages.LoggedMessage;
import org.parley.problems.Refusal;
import org.parley.rooms.Audit;
import org.parley.rooms.AuditNote;
import org.parley.rooms.Door;
import org.parley.rooms.Role;
import org.parley.rooms.Room;
import org.parley.rooms.Rooms;
import org.parley.rooms.Visit;
import org.parley.system.Transactions;

/**
 * Settles reports. It runs under the room's lock, so that of two people who settle the same report only the first does,
 * and the audit log records each step once.
 */
@ApplicationScoped
class SettlingReports {
    @Inject
    Door door;

    @Inject
    Rooms rooms;

    @Inject
    Reports reports;

    @Inject
    Log log;

    @Inject
    ReportViews views;

    @Inject
    Audit audit;

    @Inject
    Event<ReportChanged> changed;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    /**
     * Settles a report as an owner or moderator.
     *
     * @throws Refusal {@code not_found}, also for a report of another room; {@code not_member} or {@code forbidden}
     */
    ReportJson settle(Caller caller, String room, String id, Report.State state) {
        return door.permit(caller, room, visit -> filed(visit, id)).get(filed -> {
            settle(caller, filed.room(), filed.report(), state);
            return views.ofStaff(filed.room(), List.of(filed.report())).get(0);
        });
    }

    private Reports.Filed filed(Visit entered, String id) {
        Visit staff = entered.asInsider();
        Report report = Report.id(id)
                .flatMap(reports::find)
                .filter(found -> found.roomId() == staff.room().id())
                .orElseThrow(Refusal::notFound);
        return new Reports.Filed(report, staff.as(Role.MODERATOR).room());
    }

    /** Settles any report as an administrator of the server. This is the only way for reports of private messages. */
    ReportJson settleAnywhere(Caller caller, String id, Report.State state) {
        return transactions.run(() -> {
            // Look up only the room, so that the report itself is read under the lock.
            Optional<Room> room = Report.id(id).flatMap(reports::roomOf).flatMap(rooms::lock);
            Report report =
                    room.flatMap(locked -> Report.id(id).flatMap(reports::find)).orElseThrow(Refusal::notFound);
            settle(caller, room.get(), report, state);
            return views.ofAdmin(List.of(new Reports.Filed(report, room.get()))).get(0);
        });
    }

    private void settle(Caller caller, Room room, Report report, Report.State state) {
        if (!report.settle(state, caller.accountId(), clock.instant())) {
            return;
        }
        changed.fire(reports.changed(report));
        // Nobody can read an audit log of a private conversation; the report itself says who settled it.
        if (!room.direct()) {
            Long sender = log.at(List.of(report.place())).stream()
                    .map(LoggedMessage::senderId)
                    .findFirst()
                    .orElse(null);
            audit.note(
                    new AuditNote(
                            room.id(), caller.accountId(), "report_" + state.wire(), sender, report.reason(), null),
                    report.place().seq());
        }
    }
}
