package org.parley.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import org.parley.accounts.Caller;
import org.parley.messages.History;
import org.parley.messages.Log;
import org.parley.messages.LoggedMessage;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.rooms.Door;
import org.parley.rooms.RoomKey;
import org.parley.system.Ids;
import org.parley.system.Numbers;
import org.parley.system.Transactions;

/**
 * A person who may read a message may report it once. This runs under the room's lock, so that a person who is banned
 * meanwhile is refused.
 */
@ApplicationScoped
class ReportingMessages {
    @Inject
    Door door;

    @Inject
    History history;

    @Inject
    Reports reports;

    @Inject
    ReportViews views;

    @Inject
    Transactions transactions;

    @Inject
    Event<ReportChanged> changed;

    @Inject
    Clock clock;

    /**
     * Reports a message.
     *
     * @return the report as its reporter sees it; if the caller reported the message before, the first report
     * @throws Refusal {@code invalid_request}; any refusal of the door; {@code not_found} if there is no such
     *     message; {@code forbidden} for a system message
     */
    ReportJson report(Caller caller, RoomKey room, String seq, NewReportJson asked) {
        String reason = asked.judged();
        // Text that is no number becomes a number that no message has, so that the door is still asked first.
        History.One one = history.one(caller, room, Numbers.of(seq).orElse(0));
        LoggedMessage message = one.message();
        if (message.system() != null) {
            throw Refusal.of(Code.FORBIDDEN, "A system message cannot be reported.");
        }
        Report report = once(caller, message.place(), reason);
        return views.ofReporter(one.room(), message, report);
    }

    private Report once(Caller caller, Log.Place place, String reason) {
        return transactions.run(() -> {
            door.locked(caller, place.roomId()).asReader();
            return reports.of(place, caller.accountId()).orElseGet(() -> file(caller, place, reason));
        });
    }

    private Report file(Caller caller, Log.Place place, String reason) {
        Report report = new Report(Ids.next(clock), place, caller.accountId(), reason, clock.instant());
        reports.add(report);
        changed.fire(reports.changed(report));
        return report;
    }
}
