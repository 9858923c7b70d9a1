package org.parley.live;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.rooms.Rooms;
import org.parley.texts.Names;

/** The subscriptions of a socket, by room id and by the user's present name for the log. */
final class Subscriptions {
    private static final String ID_MARK = "~";

    /** Small at first, because most sockets listen to few rooms. */
    private final Map<Long, Subscription> byId = new ConcurrentHashMap<>(1);
    /** By the exact name, which nearly all clients send, and by the folded name. */
    private final Map<String, Subscription> byName = new ConcurrentHashMap<>(1);

    Subscription of(long roomId) {
        return byId.get(roomId);
    }

    /**
     * Finds a subscription.
     *
     * @param nameOrId the user's name for the log, in any case, or the log's id
     * @return {@code null} if the socket does not listen to it
     */
    Subscription of(String nameOrId) {
        if (nameOrId.startsWith(ID_MARK)) {
            return Rooms.id(nameOrId).map(byId::get).orElse(null);
        }
        Subscription asWritten = byName.get(nameOrId);
        // Try the exact name first: folding costs more than everything else here.
        return asWritten != null ? asWritten : byName.get(Names.folded(nameOrId));
    }

    Collection<Subscription> all() {
        return List.copyOf(byId.values());
    }

    int count() {
        return byId.size();
    }

    /** @return whether it did not listen to this log before */
    synchronized boolean addFirst(Subscription subscription) {
        boolean first = byId.putIfAbsent(subscription.roomId(), subscription) == null;
        named(subscription);
        return first;
    }

    /** @return the subscription that it replaces, or {@code null} */
    synchronized Subscription put(Subscription subscription) {
        Subscription former = byId.put(subscription.roomId(), subscription);
        if (former != null) {
            forget(former);
        }
        named(subscription);
        return former;
    }

    synchronized void remove(Subscription subscription) {
        if (byId.remove(subscription.roomId(), subscription)) {
            forget(subscription);
        }
    }

    /** The user's name for the log may have changed. */
    synchronized void named(Subscription subscription) {
        String name = subscription.name().text();
        if (byId.get(subscription.roomId()) == subscription && name != null) {
            forget(subscription);
            subscription.calledAs(name);
            byName.put(name, subscription);
            byName.put(Names.folded(name), subscription);
        }
    }

    private void forget(Subscription subscription) {
        String name = subscription.calledAs();
        if (name != null) {
            // Another room may have taken the name meanwhile.
            byName.remove(name, subscription);
            byName.remove(Names.folded(name), subscription);
        }
    }
}
