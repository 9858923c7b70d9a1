package org.parley.live;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * The feeds by the ids of their rooms. Only a feed that is here learns of new messages. It leaves when nobody listens
 * to it and nobody is about to enter. Both are decided inside the map, so that no listener enters a feed that has just
 * left.
 */
final class OpenFeeds {
    private final Map<Long, RoomFeed> feeds = new ConcurrentHashMap<>();

    /** @return {@code null} if there is none */
    RoomFeed of(long roomId) {
        return feeds.get(roomId);
    }

    /** @param making makes the feed if there is none */
    RoomFeed of(long roomId, LongFunction<RoomFeed> making) {
        return feeds.computeIfAbsent(roomId, making::apply);
    }

    Collection<RoomFeed> all() {
        return feeds.values();
    }

    /**
     * A feed that does not leave before a listener has entered, see {@link Vacancy}.
     *
     * @param finding finds the feed or makes it. It is asked again if the feed has left in between
     */
    RoomFeed expecting(Supplier<RoomFeed> finding) {
        RoomFeed expecting = null;
        while (expecting == null) {
            expecting = expecting(finding.get().roomId());
        }
        return expecting;
    }

    /** @return {@code null} if there is none; otherwise call {@link Vacancy#arrived()} on the strand */
    RoomFeed expecting(long roomId) {
        return feeds.computeIfPresent(roomId, (id, feed) -> {
            feed.vacancy().expect();
            return feed;
        });
    }

    /** Removes the feed if nobody needs it. On its strand. */
    void retire(RoomFeed feed) {
        feeds.computeIfPresent(
                feed.roomId(),
                (id, present) -> present == feed && feed.vacancy().retire() ? null : present);
    }

    /** @return {@code null} if there was none */
    RoomFeed remove(long roomId) {
        return feeds.remove(roomId);
    }
}
