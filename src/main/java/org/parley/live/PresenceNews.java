package org.parley.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.parley.presence.Presence;

/**
 * Accounts whose presence differs from what was sent. Each stays until it was sent, so that a failed try is repeated.
 * Changes come from any thread; one thread calls the other methods.
 */
final class PresenceNews {
    private static final long GONE_AFTER_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** @param since the time of the last change */
    record Item(long accountId, Presence.State state, long since) {
        Item as(Presence.State other) {
            return new Item(accountId, other, since);
        }
    }

    /** The accounts whose presence may have changed, and since when. */
    private final Map<Long, Long> changed = new ConcurrentHashMap<>();
    /** What was sent last; offline is not stored. */
    private final Map<Long, Presence.State> told = new HashMap<>();

    void changed(long accountId, long now) {
        changed.put(accountId, now);
    }

    /** @param states the present state, by account id */
    List<Item> items(LongFunction<Presence.State> states, long now) {
        List<Item> items = new ArrayList<>();
        changed.forEach((accountId, since) -> {
            Presence.State state = states.apply(accountId);
            if (state == Presence.State.OFFLINE && now - since < GONE_AFTER_NANOS) {
                return;
            }
            if (told.getOrDefault(accountId, Presence.State.OFFLINE) == state) {
                // Only if it did not change again meanwhile; the same below.
                changed.remove(accountId, since);
            } else {
                items.add(new Item(accountId, state, since));
            }
        });
        return items;
    }

    void told(List<Item> items) {
        for (Item item : items) {
            if (item.state() == Presence.State.OFFLINE) {
                told.remove(item.accountId());
            } else {
                told.put(item.accountId(), item.state());
            }
            changed.remove(item.accountId(), item.since());
        }
    }
}
