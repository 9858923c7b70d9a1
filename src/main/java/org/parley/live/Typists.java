package org.parley.live;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Who is typing in a room. Runs on the room's strand. */
final class Typists {
    private static final long TYPING_NANOS = TimeUnit.SECONDS.toNanos(6);

    private record Typist(String username, long until) {}

    private final RoomFeed feed;
    private final Codec codec;
    private final Map<Long, Typist> typing = new HashMap<>();
    private final Map<Long, String> began = new LinkedHashMap<>();
    private final Map<Long, String> stopped = new LinkedHashMap<>();

    Typists(RoomFeed feed, Codec codec) {
        this.feed = feed;
        this.codec = codec;
    }

    boolean any() {
        return !typing.isEmpty();
    }

    void start(long accountId, String username) {
        if (typing.put(accountId, new Typist(username, System.nanoTime() + TYPING_NANOS)) == null
                && stopped.remove(accountId) == null) {
            began.put(accountId, username);
        }
    }

    void stop(long accountId) {
        Typist typist = typing.remove(accountId);
        if (typist != null && began.remove(accountId) == null) {
            stopped.put(accountId, typist.username());
        }
    }

    /** Sends what has changed since the last call. */
    void tick(long now) {
        List.copyOf(typing.entrySet()).stream()
                .filter(typist -> typist.getValue().until() - now <= 0)
                .forEach(typist -> stop(typist.getKey()));
        tell("user_stopped_typing", stopped);
        tell("user_typing", began);
    }

    private void tell(String type, Map<Long, String> people) {
        people.forEach((accountId, username) -> {
            feed.audiences().forEach((name, audience) -> {
                Encoded frame = codec.encoded(new Frames.Typing(type, name, username));
                audience.stream()
                        .filter(listener -> listener.accountId() != accountId)
                        .forEach(listener -> feed.sendEphemeral(listener, frame));
            });
        });
        people.clear();
    }
}
