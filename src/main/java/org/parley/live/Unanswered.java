package org.parley.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a socket has sent and was not told of yet. The room's log answers when it comes to the message, so that the answer
 * stands in its place; what the log does not come to (a repeat, a refusal, a room that is not listened to) is answered when
 * its future completes. Whoever takes a request from here answers it, so each is answered once.
 */
final class Unanswered {
    /** By room, because only within one a client's id is used once. */
    private record Key(long roomId, UUID clientId) {}

    /** One request; {@code ref} is the asker's own mark on it, or {@code null}. */
    static final class Sent {
        private final Object ref;

        Sent(Object ref) {
            this.ref = ref;
        }

        Object ref() {
            return ref;
        }
    }

    private final Map<Key, Deque<Sent>> waiting = new ConcurrentHashMap<>();

    void add(long roomId, UUID clientId, Sent sent) {
        waiting.compute(new Key(roomId, clientId), (key, others) -> {
            Deque<Sent> all = others == null ? new ArrayDeque<>() : others;
            all.add(sent);
            return all;
        });
    }

    /** @return the first request for this message, now to be answered by the caller, or {@code null} */
    Sent take(long roomId, UUID clientId) {
        Sent[] taken = new Sent[1];
        waiting.computeIfPresent(new Key(roomId, clientId), (key, all) -> {
            taken[0] = all.poll();
            return all.isEmpty() ? null : all;
        });
        return taken[0];
    }

    /** @return whether it was still there, and is now to be answered by the caller */
    boolean take(long roomId, UUID clientId, Sent sent) {
        boolean[] taken = new boolean[1];
        waiting.computeIfPresent(new Key(roomId, clientId), (key, all) -> {
            taken[0] = all.remove(sent);
            return all.isEmpty() ? null : all;
        });
        return taken[0];
    }
}
