package org.parley.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.accounts.Caller;
import org.parley.messages.Heads;
import org.parley.messages.Log;
import org.parley.messages.LoggedMessage;
import org.parley.messages.MessageJson;
import org.parley.messages.Portion;
import org.parley.rooms.Door;
import org.parley.rooms.Visit;
import org.parley.system.Paging;

/** Shows what the index has found, as it is now and as far as the caller may read it now. */
@ApplicationScoped
class ShowingHits {
    @Inject
    Log log;

    @Inject
    Door door;

    @Inject
    Heads heads;

    @Inject
    Entries entries;

    @Inject
    FollowingLogs following;

    /** @param found one more than the page has, if there are more */
    SearchJson page(Caller caller, Sought sought, List<Spot> found) {
        List<Spot> shown = sought.paging().page(found);
        Map<Log.Place, LoggedMessage> messages = log
                .at(shown.stream().map(Spot::place).toList())
                .stream()
                .collect(Collectors.toMap(LoggedMessage::place, Function.identity()));
        // Read first and asked after it, so that nobody gets what was written after their removal.
        Map<Long, Visit> rooms = door
                .readable(
                        caller,
                        messages.keySet().stream().map(Log.Place::roomId).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(visit -> visit.room().id(), Function.identity()));
        shown = shown.subList(0, Portion.count(shown, spot -> octets(messages.get(spot.place())), Portion.MOST_OCTETS));
        List<SearchJson.HitJson> hits = new ArrayList<>();
        for (Spot spot : shown) {
            LoggedMessage message = messages.get(spot.place());
            Visit room = rooms.get(spot.place().roomId());
            if (message != null && visible(message, room)) {
                add(message, room, sought.words(), hits);
            }
        }
        return new SearchJson(hits, next(sought, found, shown), following.state());
    }

    private static int octets(LoggedMessage message) {
        return message == null ? 0 : Portion.estimated(message);
    }

    private boolean visible(LoggedMessage message, Visit room) {
        return room != null && !message.state().deleted() && message.seq() <= heads.of(room.room());
    }

    private void add(LoggedMessage message, Visit room, Wanted words, List<SearchJson.HitJson> hits) {
        List<String> texts = entries.texts(message);
        List<List<Clause.Range>> places = words.in(texts.stream().map(Words::of).toList());
        if (places == null) {
            return;
        }
        Highlight highlight = highlight(texts, places);
        hits.add(new SearchJson.HitJson(
                MessageJson.of(room.logName(), message),
                highlight.text(),
                highlight.ranges().stream()
                        .map(range -> new int[] {range.start(), range.end()})
                        .toList()));
    }

    /** Of the first text with a place, or else of the first that is not empty. */
    private static Highlight highlight(List<String> texts, List<List<Clause.Range>> places) {
        for (int i = 0; i < texts.size(); i++) {
            if (!places.get(i).isEmpty()) {
                return Highlight.of(texts.get(i), places.get(i));
            }
        }
        return Highlight.of(
                texts.stream().filter(text -> !text.isEmpty()).findFirst().orElse(""), List.of());
    }

    private static String next(Sought sought, List<Spot> found, List<Spot> shown) {
        if (shown.size() == found.size()) {
            return null;
        }
        return Paging.cursor(shown.get(shown.size() - 1).key());
    }
}
