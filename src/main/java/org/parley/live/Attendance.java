package org.parley.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Who is present in a room. Runs on the room's strand; only the count is read from other threads. */
final class Attendance {
    private static final int MOST_NAMED = 200;
    private static final long GONE_AFTER_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final class Present {
        final String username;
        int sockets;
        long goneAt;

        Present(String username) {
            this.username = username;
        }
    }

    private final RoomFeed feed;
    private final Codec codec;
    private final Map<Long, Present> present = new LinkedHashMap<>();
    private final Map<Long, String> joined = new LinkedHashMap<>();
    private final Map<Long, String> left = new LinkedHashMap<>();
    private volatile int count;

    Attendance(RoomFeed feed, Codec codec) {
        this.feed = feed;
        this.codec = codec;
    }

    /** How many people are present. */
    int count() {
        return count;
    }

    /** At most 200 names. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        present.values().stream().limit(MOST_NAMED).forEach(person -> names.add(person.username));
        return names;
    }

    /** Whether somebody without a socket still counts as present. */
    boolean waits() {
        return present.values().stream().anyMatch(person -> person.sockets <= 0);
    }

    void entered(Subscription listener) {
        long accountId = listener.accountId();
        Present person = present.computeIfAbsent(
                accountId, id -> new Present(listener.connection().caller().username()));
        if (person.sockets++ == 0 && left.remove(accountId) == null && person.goneAt == 0) {
            joined.put(accountId, person.username);
        }
        person.goneAt = 0;
        count = present.size();
    }

    /** @return whether it was the person's last socket here */
    boolean left(Subscription listener, boolean atOnce) {
        Present person = present.get(listener.accountId());
        if (person == null || --person.sockets > 0) {
            return false;
        }
        person.goneAt = System.nanoTime() + (atOnce ? 0 : GONE_AFTER_NANOS);
        return true;
    }

    /** Sends what has changed since the last call. */
    void tick(long now) {
        new ArrayList<>(present.entrySet())
                .stream()
                        .filter(person -> person.getValue().sockets <= 0 && person.getValue().goneAt - now <= 0)
                        .forEach(person -> gone(person.getKey()));
        count = present.size();
        tell("user_left", left);
        tell("user_joined", joined);
    }

    private void gone(long accountId) {
        joined.remove(accountId);
        // Also if nobody was told of the arrival: a listener who joined meanwhile got the name with the room.
        left.put(accountId, present.remove(accountId).username);
    }

    private void tell(String type, Map<Long, String> people) {
        // A private conversation has presence frames instead.
        if (people.isEmpty() || feed.pair() != null) {
            people.clear();
            return;
        }
        List<Long> ids = List.copyOf(people.keySet());
        List<String> names = List.copyOf(people.values());
        Encoded shared = frame(type, names);
        for (Subscription listener : feed.listeners()) {
            int own = people.containsKey(listener.accountId()) ? ids.indexOf(listener.accountId()) : -1;
            if (own < 0) {
                feed.sendEphemeral(listener, shared);
            } else if (own + 1 < ids.size()) {
                // People who came earlier were listed with the room when it was joined.
                feed.sendEphemeral(listener, frame(type, names.subList(own + 1, ids.size())));
            }
        }
        people.clear();
    }

    /** For a crowd only the number is sent. */
    private Encoded frame(String type, List<String> usernames) {
        List<String> named = count > MOST_NAMED ? List.of() : usernames;
        return codec.encoded(new Frames.Attendance(type, feed.name(0).room(), named, count));
    }
}
