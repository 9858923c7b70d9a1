package org.parley.rooms;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.parley.accounts.Caller;

/**
 * Which room a key meant the last time. It may be wrong since, because rooms are renamed and deleted: it is only a
 * guess that saves looking the room up before it is read.
 */
final class MeantRooms {
    private static final int MOST = 10_000;

    private final Cache<Key, Long> ids = Caffeine.newBuilder().maximumSize(MOST).build();

    /** A key, and the caller if it depends on them. */
    record Key(long accountId, RoomKey room) {
        static Key of(Caller caller, RoomKey room) {
            return new Key(room.direct() ? caller.accountId() : 0, room);
        }
    }

    /** The room's id, or {@code null}. */
    Long get(Key key) {
        return ids.getIfPresent(key);
    }

    void put(Key key, long id) {
        ids.put(key, id);
    }
}
