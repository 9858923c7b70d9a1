package org.parley.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.accounts.Users;
import org.parley.messages.Log;
import org.parley.messages.LoggedMessage;
import org.parley.messages.MessageJson;
import org.parley.rooms.LogName;
import org.parley.rooms.Room;
import org.parley.rooms.Visit;

/** Reports as their readers see them, with at most six statements for any number of reports. */
@ApplicationScoped
@Transactional
class ReportViews {
    /** What an administrator calls a private conversation, in which they have no part. */
    private static final LogName FOREIGN = new LogName(null, null);

    @Inject
    Log log;

    @Inject
    Users users;

    /** What the views look up in the database. */
    private record Known(Map<Log.Place, LoggedMessage> messages, Map<Long, String> names) {}

    /** For the reporter: without the person who settled it. */
    ReportJson ofReporter(Visit visit, LoggedMessage message, Report report) {
        MessageJson shown = MessageJson.of(visit.logName(), message);
        return new ReportJson(
                report.wireId(),
                shown,
                visit.caller().username(),
                report.reason(),
                report.state(),
                report.createdAt(),
                null,
                null,
                null,
                null);
    }

    /** For the room's owners and moderators. */
    List<ReportJson> ofStaff(Room room, List<Report> reports) {
        LogName name = LogName.room(room.name());
        Known known = new Known(byPlace(log.at(places(reports))), names(reports, Stream.of()));
        return reports.stream()
                .map(report -> json(report, name, known, null, null))
                .toList();
    }

    /** For administrators of the server: from a private conversation they see only the reported message. */
    List<ReportJson> ofAdmin(List<Reports.Filed> filed) {
        List<Report> reports = filed.stream().map(Reports.Filed::report).toList();
        Map<Log.Place, LoggedMessage> messages = byPlace(Stream.concat(
                        log.at(places(filed, room -> !room.direct())).stream(),
                        log.alone(places(filed, Room::direct)).stream())
                .toList());
        Stream<Long> people = filed.stream()
                .map(Reports.Filed::room)
                .filter(Room::direct)
                .flatMap(room -> room.pair().accounts().stream());
        Known known = new Known(messages, names(reports, people));
        return filed.stream().map(one -> ofAdmin(one, known)).toList();
    }

    private static ReportJson ofAdmin(Reports.Filed filed, Known known) {
        Room room = filed.room();
        if (!room.direct()) {
            return json(filed.report(), LogName.room(room.name()), known, room.name(), null);
        }
        List<String> between = room.pair().accounts().stream()
                .map(known.names()::get)
                .sorted(Comparator.nullsLast(Comparator.naturalOrder()))
                .toList();
        return json(filed.report(), FOREIGN, known, null, between);
    }

    private static ReportJson json(Report report, LogName name, Known known, String room, List<String> between) {
        LoggedMessage message = known.messages().get(report.place());
        return new ReportJson(
                report.wireId(),
                message == null ? null : MessageJson.of(name, message),
                known.names().get(report.reporterId()),
                report.reason(),
                report.state(),
                report.createdAt(),
                report.settledById() == null ? null : known.names().get(report.settledById()),
                report.settledAt(),
                room,
                between);
    }

    private static Set<Log.Place> places(List<Report> reports) {
        return new HashSet<>(reports.stream().map(Report::place).toList());
    }

    private static Set<Log.Place> places(List<Reports.Filed> filed, Predicate<Room> of) {
        return places(filed.stream()
                .filter(one -> of.test(one.room()))
                .map(Reports.Filed::report)
                .toList());
    }

    private static Map<Log.Place, LoggedMessage> byPlace(Collection<LoggedMessage> messages) {
        return messages.stream().collect(Collectors.toMap(LoggedMessage::place, message -> message));
    }

    private Map<Long, String> names(List<Report> reports, Stream<Long> more) {
        Set<Long> people = new HashSet<>(more.toList());
        for (Report report : reports) {
            people.add(report.reporterId());
            if (report.settledById() != null) {
                people.add(report.settledById());
            }
        }
        return people.isEmpty() ? Map.of() : users.names(people);
    }
}
