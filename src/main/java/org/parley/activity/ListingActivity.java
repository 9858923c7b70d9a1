package org.parley.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.accounts.Caller;
import org.parley.accounts.Users;
import org.parley.messages.Heads;
import org.parley.messages.Log;
import org.parley.messages.LoggedMessage;
import org.parley.messages.Quotes;
import org.parley.rooms.Door;
import org.parley.rooms.Visit;
import org.parley.system.Paging;

/** Lists what other people did that concerns the caller, with at most eight statements. */
@ApplicationScoped
class ListingActivity {
    @Inject
    Happenings happenings;

    @Inject
    Quotes quotes;

    @Inject
    Users users;

    @Inject
    Heads heads;

    @Inject
    Door door;

    /**
     * A page, the newest first. It is read first, and the right checked after it, as for a log.
     *
     * @param sources the kinds to show
     */
    @Transactional
    ActivityJson page(Caller caller, List<Source> sources, Paging paging) {
        List<Happening> found = happenings.newest(caller, sources, Moment.of(paging.after()), paging.limit() + 1);
        List<Happening> shown = paging.page(found);
        if (shown.isEmpty()) {
            return new ActivityJson(List.of(), null);
        }
        Map<Log.Place, LoggedMessage.Quote> excerpts =
                quotes.at(shown.stream().map(Happening::message).collect(Collectors.toSet()));
        Map<Long, String> names =
                users.names(shown.stream().map(Happening::actorId).collect(Collectors.toSet()));
        Map<Long, Visit> rooms = rooms(caller, shown);
        List<ActivityJson.Item> items = shown.stream()
                .filter(happening -> visible(rooms.get(happening.moment().roomId()), happening))
                .filter(happening -> excerpts.containsKey(happening.message()))
                .map(happening -> item(
                        happening,
                        rooms.get(happening.moment().roomId()),
                        names.get(happening.actorId()),
                        excerpts.get(happening.message())))
                .toList();
        return new ActivityJson(
                items, paging.next(found, happening -> happening.moment().key()));
    }

    private Map<Long, Visit> rooms(Caller caller, List<Happening> shown) {
        Set<Long> ids =
                shown.stream().map(happening -> happening.moment().roomId()).collect(Collectors.toSet());
        return door.readable(caller, ids).stream()
                .collect(Collectors.toMap(visit -> visit.room().id(), visit -> visit));
    }

    /** Not if it was committed a moment ago and may not be on disk yet: then the next request shows it. */
    private boolean visible(Visit room, Happening happening) {
        return room != null && happening.moment().seq() <= heads.of(room.room());
    }

    private static ActivityJson.Item item(Happening happening, Visit room, String by, LoggedMessage.Quote message) {
        return new ActivityJson.Item(
                happening.kind(),
                room.logName(),
                happening.moment().seq(),
                by,
                happening.emoji(),
                message.excerpt(),
                message.files(),
                Instant.ofEpochMilli(happening.moment().time()));
    }
}
