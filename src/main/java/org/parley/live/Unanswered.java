package org.parley.live;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a socket has sent and was not told of yet: the log leaves these messages to the answers. Counted, because a repeat
 * may be under way beside its first; by room, because only within one a client's id is used once.
 */
final class Unanswered {
    private record Key(long roomId, UUID clientId) {}

    private final Map<Key, Integer> counts = new ConcurrentHashMap<>();

    void add(long roomId, UUID clientId) {
        counts.merge(new Key(roomId, clientId), 1, Integer::sum);
    }

    void remove(long roomId, UUID clientId) {
        counts.computeIfPresent(new Key(roomId, clientId), (key, count) -> count == 1 ? null : count - 1);
    }

    boolean contains(long roomId, UUID clientId) {
        return counts.containsKey(new Key(roomId, clientId));
    }
}
