package org.parley.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.messages.Log;
import org.parley.messages.Logged;
import org.parley.messages.LoggedMessage;
import org.parley.messages.MessagesPosted;
import org.parley.messages.NumberedFrame;
import org.parley.rooms.LogName;

/** Rooms with their logs in memory, which may be out of reach. Each change returns the hint about it. */
final class Talk {
    final Map<Log.Place, LoggedMessage> table = new ConcurrentHashMap<>();
    volatile boolean away;
    private final Map<Long, List<Logged>> logs = new ConcurrentHashMap<>();

    private final Log log = new Log() {
        @Override
        public List<Logged> range(long roomId, long first, long last) {
            reach();
            return logs.getOrDefault(roomId, List.of()).stream()
                    .filter(entry -> entry.seq() >= first && entry.seq() <= last)
                    .map(entry -> entry instanceof LoggedMessage message ? table.get(message.place()) : entry)
                    .toList();
        }

        @Override
        public List<LoggedMessage> at(Collection<Place> places) {
            reach();
            return places.stream().filter(table::containsKey).map(table::get).toList();
        }
    };

    private void reach() {
        if (away) {
            throw new IllegalStateException("out of reach");
        }
    }

    Log log() {
        return log;
    }

    LoggedMessage entry(long room, String text) {
        return Said.message(room, head(room) + 1, text);
    }

    MessagesPosted write(long room, LoggedMessage message) {
        table.put(message.place(), message);
        return add(message);
    }

    MessagesPosted edit(long room, long target, String text) {
        table.put(new Log.Place(room, target), Said.message(room, target, text));
        return add(new Rewritten(room, head(room) + 1, target));
    }

    MessagesPosted delete(long room, long target) {
        table.put(new Log.Place(room, target), Said.deleted(room, target));
        return add(new Rewritten(room, head(room) + 1, target));
    }

    private MessagesPosted add(Logged entry) {
        List<Logged> longer = new ArrayList<>(logs.getOrDefault(entry.roomId(), List.of()));
        longer.add(entry);
        logs.put(entry.roomId(), longer);
        return new MessagesPosted(entry.roomId(), null, entry.seq() - 1, entry.seq(), List.of(entry));
    }

    void remove(long room) {
        logs.remove(room);
        table.keySet().removeIf(place -> place.roomId() == room);
    }

    long head(long room) {
        return logs.getOrDefault(room, List.of()).size();
    }

    Map<Long, Long> heads() {
        Map<Long, Long> heads = new HashMap<>();
        logs.forEach((room, entries) -> heads.put(room, (long) entries.size()));
        return heads;
    }

    private record Rewritten(long roomId, long seq, long target) implements Logged {
        @Override
        public long senderId() {
            return Said.ANN;
        }

        @Override
        public String username() {
            return "ann";
        }

        @Override
        public OptionalLong rewritten() {
            return OptionalLong.of(target);
        }

        @Override
        public NumberedFrame frame(LogName name) {
            return null;
        }
    }
}
