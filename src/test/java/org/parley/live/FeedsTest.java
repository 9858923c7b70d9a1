package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.parley.accounts.Caller;
import org.parley.messages.Heads;
import org.parley.rooms.Pair;
import org.parley.rooms.Room;
import org.parley.rooms.Rooms;
import org.parley.rooms.Visit;
import org.parley.system.Threads;

/** Feeds come and go, because there are many rooms and most are silent. */
class FeedsTest {
    private static final long ROOM = 77;

    private final Caller bob = new Caller(50, "bob", "Bob", false, UUID.randomUUID(), "192.0.2.1");
    private final Connection connection =
            new Connection(bob, false, new StubRemote((frame, end) -> {}), Runnable::run, Runnable::run, closed -> {});
    private final LaterTasks tasks = new LaterTasks();
    private final Visit visit = new Visit(bob, new Tea(), null, null, null);
    private Runnable tick;
    private final Feeds feeds = feeds();

    @Test
    void a_feed_that_nobody_listens_to_retires_and_the_next_gets_another() {
        RoomFeed first = feeds.of(visit);
        assertSame(first, feeds.of(visit));
        ticks();
        assertNull(feeds.existing(ROOM));
        assertNotSame(first, feeds.of(visit));
    }

    @Test
    void a_feed_that_somebody_listens_to_stays_until_they_leave() {
        RoomFeed feed = feeds.expecting(visit);
        Subscription listener = new Subscription(connection, feed);
        enter(feed, listener);
        ticks();
        assertSame(feed, feeds.existing(ROOM));
        feed.execute(() -> feed.remove(listener, true));
        ticks();
        assertNull(feeds.existing(ROOM));
    }

    @Test
    void a_feed_waits_for_those_who_are_about_to_enter_each_of_them() {
        RoomFeed feed = feeds.expecting(visit);
        assertSame(feed, feeds.expecting(visit));
        ticks();
        Subscription first = new Subscription(connection, feed);
        enter(feed, first);
        feed.execute(() -> feed.remove(first, true));
        ticks();
        assertSame(feed, feeds.existing(ROOM), "the second is still to come");
        Subscription second = new Subscription(connection, feed);
        enter(feed, second);
        ticks();
        assertSame(feed, feeds.existing(ROOM));
    }

    @Test
    void a_person_who_asks_while_a_feed_is_about_to_retire_gets_one_that_is_told_of_what_is_said() {
        feeds.of(visit);
        tick.run();
        RoomFeed awaited = feeds.expecting(visit);
        tasks.run();
        assertSame(awaited, feeds.existing(ROOM));
    }

    private void enter(RoomFeed feed, Subscription listener) {
        feed.execute(() -> {
            feed.vacancy().arrived();
            feed.enter(null, listener);
        });
    }

    /** As many as it takes until a room that has been left is empty and its feed looked at. */
    private void ticks() {
        for (int i = 0; i < 5; i++) {
            tick.run();
            tasks.run();
        }
    }

    private Feeds feeds() {
        Feeds made = new Feeds();
        made.codec = Codecs.usual();
        made.heads = new Heads() {
            @Override
            public long of(long roomId) {
                return 0;
            }
        };
        made.rooms = new Rooms() {
            @Override
            public Optional<Room> find(long id) {
                return Optional.of(new Tea());
            }
        };
        made.threads = new Threads() {
            @Override
            public ExecutorService pool(String name, int size) {
                return tasks;
            }

            @Override
            public ScheduledThreadPoolExecutor timer(String name) {
                return new Ticks();
            }
        };
        made.start(null);
        return made;
    }

    /** Ticks when the test does. */
    private final class Ticks extends ScheduledThreadPoolExecutor {
        Ticks() {
            super(0);
        }

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(Runnable work, long first, long delay, TimeUnit unit) {
            tick = work;
            return null;
        }
    }

    private static final class Tea extends Room {
        @Override
        public long id() {
            return ROOM;
        }

        @Override
        public boolean direct() {
            return false;
        }

        @Override
        public Pair pair() {
            return null;
        }

        @Override
        public String name() {
            return "tea";
        }
    }
}
