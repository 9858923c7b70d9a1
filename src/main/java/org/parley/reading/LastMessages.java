package org.parley.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.messages.Asked;
import org.parley.messages.Log;
import org.parley.messages.LoggedMessage;
import org.parley.messages.Pages;
import org.parley.messages.Portion;
import org.parley.messages.ProfileChanges;
import org.parley.rooms.Room;

/**
 * The newest message of each room, kept between requests. Whatever changes a message has a number, so what is kept is
 * right as long as the head of the log is the same. Only names and pictures of people change without a number; then
 * everything is read again.
 */
@ApplicationScoped
class LastMessages {
    private static final long MOST_OCTETS = 16L << 20;

    @Inject
    Log log;

    @Inject
    Pages pages;

    @Inject
    ProfileChanges profiles;

    private final Cache<Long, Kept> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_OCTETS)
            .<Long, Kept>weigher((roomId, last) -> Portion.estimated(last.message()))
            .build();

    /** @param people the count of {@link ProfileChanges} before it was read */
    private record Kept(LoggedMessage message, long head, long people) {}

    /**
     * The newest messages, by room; a room without messages is absent. It takes no statement, or one and those of the
     * details.
     *
     * @param heads the numbers up to which the rooms' logs may be shown
     */
    Map<Long, LoggedMessage> of(Collection<Room> rooms, Map<Long, Long> heads) {
        // First of all: if people change from here on, what is read may be old.
        long counted = profiles.count();
        Map<Long, LoggedMessage> newest = new HashMap<>();
        List<Room> unknown = new ArrayList<>();
        for (Room room : rooms) {
            Kept known = kept.getIfPresent(room.id());
            if (known != null && known.head() == heads.get(room.id()) && known.people() == counted) {
                newest.put(room.id(), known.message());
            } else {
                unknown.add(room);
            }
        }
        for (LoggedMessage read : read(unknown, heads)) {
            kept.put(read.roomId(), new Kept(read, heads.get(read.roomId()), counted));
            newest.put(read.roomId(), read);
        }
        return newest;
    }

    private List<LoggedMessage> read(Collection<Room> rooms, Map<Long, Long> heads) {
        List<Log.Place> places = new ArrayList<>();
        List<LoggedMessage> newest = new ArrayList<>();
        for (Room room : rooms) {
            long head = heads.get(room.id());
            if (room.lastMessageSeq() > head) {
                // This message is being committed and may not be on disk yet, so show the one before it.
                newest.addAll(pages.of(room.id(), Asked.newest(1), head).messages());
            } else if (room.lastMessageSeq() > 0) {
                places.add(new Log.Place(room.id(), room.lastMessageSeq()));
            }
        }
        newest.addAll(log.at(places));
        return newest;
    }
}
