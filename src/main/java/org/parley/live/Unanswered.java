package org.parley.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The messages that a socket has sent and has no answer to. The room's log answers when it reaches the message, so that
 * the answer is in the right place. If the log never reaches it (a repeat, a refusal, a room without a listener), the
 * future answers when it completes. The one that takes a request from here answers it, so each is answered once.
 */
final class Unanswered {
    /** With the room, because a client's id is unique only within a room. */
    private record Key(long roomId, UUID clientId) {}

    /** One request. {@code ref} is the client's own mark on it, or {@code null}. */
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

    /** @return the first request for this message, which the caller must answer, or {@code null} */
    Sent take(long roomId, UUID clientId) {
        Sent[] taken = new Sent[1];
        waiting.computeIfPresent(new Key(roomId, clientId), (key, all) -> {
            taken[0] = all.poll();
            return all.isEmpty() ? null : all;
        });
        return taken[0];
    }

    /** @return whether it was still there; then the caller must answer it */
    boolean take(long roomId, UUID clientId, Sent sent) {
        boolean[] taken = new boolean[1];
        waiting.computeIfPresent(new Key(roomId, clientId), (key, all) -> {
            taken[0] = all.remove(sent);
            return all.isEmpty() ? null : all;
        });
        return taken[0];
    }
}
