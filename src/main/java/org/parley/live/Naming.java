package org.parley.live;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.rooms.LogName;
import org.parley.rooms.Pair;
import org.parley.rooms.Room;

/**
 * How listeners name a log: all use a room's name, but each uses the other person's username for a private
 * conversation, or its id if the other account is deleted.
 */
interface Naming {
    LogName of(long accountId);

    /** The two people of a private conversation; {@code null} for a room. */
    Pair pair();

    /** The listeners by their name for the log. Each group gets frames of its own. */
    Map<LogName, Set<Subscription>> audiences(Set<Subscription> listeners);

    /** Names of a room, which change when its listeners are told of a new name. */
    final class ByRoom implements Naming {
        private volatile LogName name;

        ByRoom(String name) {
            this.name = LogName.room(name);
        }

        /** @return whether it had another name */
        boolean rename(String newName) {
            LogName before = name;
            name = LogName.room(newName);
            return !name.equals(before);
        }

        @Override
        public LogName of(long accountId) {
            return name;
        }

        @Override
        public Pair pair() {
            return null;
        }

        @Override
        public Map<LogName, Set<Subscription>> audiences(Set<Subscription> listeners) {
            return listeners.isEmpty() ? Map.of() : Map.of(name, listeners);
        }
    }

    /** Names of a private conversation. */
    final class ByPeer implements Naming {
        private final Pair pair;
        private final LogName byId;
        private final Map<Long, LogName> names = new ConcurrentHashMap<>();

        /** @param usernames of the two people, by account id; that of a deleted account is {@code null} or absent */
        ByPeer(long roomId, Pair pair, Map<Long, String> usernames) {
            this.pair = pair;
            this.byId = LogName.with(Room.wireId(roomId));
            for (long account : pair.accounts()) {
                String peer = usernames.get(pair.other(account));
                names.put(account, peer == null ? byId : LogName.with(peer));
            }
        }

        /** One of the two has deleted their account. */
        void forsakenBy(long accountId) {
            names.put(pair.other(accountId), byId);
        }

        @Override
        public LogName of(long accountId) {
            return names.get(accountId);
        }

        @Override
        public Pair pair() {
            return pair;
        }

        @Override
        public Map<LogName, Set<Subscription>> audiences(Set<Subscription> listeners) {
            Map<LogName, Set<Subscription>> audiences = new LinkedHashMap<>();
            for (Subscription listener : listeners) {
                audiences
                        .computeIfAbsent(of(listener.accountId()), name -> new LinkedHashSet<>())
                        .add(listener);
            }
            return audiences;
        }
    }
}
