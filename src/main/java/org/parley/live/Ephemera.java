package org.parley.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Who is present in a room and who is typing. It is sent in merged frames a few times a second ({@link #tick}), and
 * dropped first if a listener is slow. Runs on the room's strand; only the count of present people is read from other
 * threads.
 */
final class Ephemera {
    private static final int MOST_NAMED = 200;
    private static final long GONE_AFTER_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long TYPING_NANOS = TimeUnit.SECONDS.toNanos(6);

    private static final class Present {
        final String username;
        int sockets;
        long goneAt;

        Present(String username) {
            this.username = username;
        }
    }

    private record Typist(String username, long until) {}

    private final RoomFeed feed;
    private final Codec codec;
    private final Map<Long, Present> present = new LinkedHashMap<>();
    private final Map<Long, Typist> typing = new HashMap<>();
    private final Map<Long, String> joined = new LinkedHashMap<>();
    private final Map<Long, String> left = new LinkedHashMap<>();
    private final Map<Long, String> began = new LinkedHashMap<>();
    private final Map<Long, String> stopped = new LinkedHashMap<>();
    private volatile int count;
    private volatile boolean busy;

    Ephemera(RoomFeed feed, Codec codec) {
        this.feed = feed;
        this.codec = codec;
    }

    /** How many people are present. */
    int count() {
        return count;
    }

    /** Whether there is something to send or to wait for, so that {@link #tick} must be called. */
    boolean busy() {
        return busy;
    }

    /** At most 200 names. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        present.values().stream().limit(MOST_NAMED).forEach(person -> names.add(person.username));
        return names;
    }

    void entered(Subscription listener) {
        long accountId = listener.accountId();
        Present person = present.computeIfAbsent(
                accountId, id -> new Present(listener.connection().caller().username()));
        if (person.sockets++ == 0 && left.remove(accountId) == null && person.goneAt == 0) {
            joined.put(accountId, person.username);
        }
        person.goneAt = 0;
        changed();
    }

    void left(Subscription listener, boolean atOnce) {
        Present person = present.get(listener.accountId());
        if (person != null && --person.sockets <= 0) {
            person.goneAt = System.nanoTime() + (atOnce ? 0 : GONE_AFTER_NANOS);
            stopTyping(listener.accountId());
            changed();
        }
    }

    void startTyping(long accountId, String username) {
        if (typing.put(accountId, new Typist(username, System.nanoTime() + TYPING_NANOS)) == null
                && stopped.remove(accountId) == null) {
            began.put(accountId, username);
        }
        changed();
    }

    void stopTyping(long accountId) {
        Typist typist = typing.remove(accountId);
        if (typist != null && began.remove(accountId) == null) {
            stopped.put(accountId, typist.username());
        }
    }

    /** A person who has posted is no longer typing. */
    void posted(long accountId) {
        stopTyping(accountId);
    }

    private void changed() {
        count = present.size();
        busy = true;
    }

    /** Sends what has changed since the last call. */
    void tick() {
        long now = System.nanoTime();
        List.copyOf(typing.entrySet()).stream()
                .filter(typist -> typist.getValue().until() - now <= 0)
                .forEach(typist -> stopTyping(typist.getKey()));
        new ArrayList<>(present.entrySet())
                .stream()
                        .filter(person -> person.getValue().sockets <= 0 && person.getValue().goneAt - now <= 0)
                        .forEach(person -> gone(person.getKey()));
        count = present.size();
        tellAttendance("user_left", left);
        tellAttendance("user_joined", joined);
        tellTyping("user_stopped_typing", stopped);
        tellTyping("user_typing", began);
        busy = !typing.isEmpty() || present.values().stream().anyMatch(person -> person.sockets <= 0);
    }

    private void gone(long accountId) {
        joined.remove(accountId);
        // Also if nobody was told of the arrival: a listener who joined meanwhile got the name with the room.
        left.put(accountId, present.remove(accountId).username);
    }

    private void tellAttendance(String type, Map<Long, String> people) {
        // A private conversation has presence frames instead.
        if (people.isEmpty() || feed.pair() != null) {
            people.clear();
            return;
        }
        List<Long> ids = List.copyOf(people.keySet());
        List<String> names = List.copyOf(people.values());
        Encoded shared = attendance(type, names);
        for (Subscription listener : feed.listeners()) {
            int own = people.containsKey(listener.accountId()) ? ids.indexOf(listener.accountId()) : -1;
            if (own < 0) {
                feed.sendEphemeral(listener, shared);
            } else if (own + 1 < ids.size()) {
                // People who came earlier were listed with the room when it was joined.
                feed.sendEphemeral(listener, attendance(type, names.subList(own + 1, ids.size())));
            }
        }
        people.clear();
    }

    /** For a crowd only the number is sent. */
    private Encoded attendance(String type, List<String> usernames) {
        List<String> named = count > MOST_NAMED ? List.of() : usernames;
        return codec.encoded(new Frames.Attendance(type, feed.name(0).room(), named, count));
    }

    private void tellTyping(String type, Map<Long, String> people) {
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
