package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.parley.accounts.Caller;
import org.parley.messages.Heads;
import org.parley.rooms.MemberLeft;
import org.parley.rooms.Membership;
import org.parley.rooms.Memberships;
import org.parley.rooms.Pair;
import org.parley.rooms.Room;
import org.parley.rooms.Rooms;
import org.parley.rooms.Visit;
import org.parley.system.Threads;
import org.parley.system.Transactions;

/** Feeds come and go, because there are many rooms and most are silent. */
class FeedsTest {
    private static final long ROOM = 77;

    private final Caller bob = new Caller(50, "bob", "Bob", false, UUID.randomUUID(), "192.0.2.1");
    private final Connection connection =
            new Connection(bob, false, new StubRemote((frame, end) -> {}), Runnable::run, Runnable::run, closed -> {});
    private final LaterTasks tasks = new LaterTasks();
    private final Visit visit = new Visit(bob, new Tea(), null, null, null);
    /** What the database says of Bob's membership, one answer after the other; {@code null} is no answer. */
    private final List<Optional<Membership>> answers = new LinkedList<>();

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

    @Test
    void when_nobody_knows_whether_a_person_has_left_the_database_is_asked_until_it_answers() {
        RoomFeed feed = feeds.expecting(visit);
        enter(feed, new Subscription(connection, feed));
        answers.add(Optional.of(new Membership() {}));
        feeds.perhapsLeft(new MemberLeft(ROOM, 50));
        tasks.run();
        assertEquals(1, feed.listeners().size(), "still a member");
        answers.add(null);
        answers.add(Optional.empty());
        feeds.perhapsLeft(new MemberLeft(ROOM, 50));
        tasks.run();
        assertEquals(Set.of(), feed.listeners());
        assertEquals(0, answers.size());
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
        made.rooms = new OneRoom();
        made.memberships = new Told();
        made.transactions = new Transactions() {
            @Override
            public void run(Runnable work) {
                work.run();
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

    private static final class OneRoom extends Rooms {
        @Override
        public Optional<Room> find(long id) {
            return Optional.of(new Tea());
        }

        @Override
        public Optional<Room> lock(long id) {
            return find(id);
        }
    }

    /** Gives the next of the {@link #answers}. */
    private final class Told extends Memberships {
        @Override
        public Optional<Membership> of(long roomId, long accountId) {
            Optional<Membership> answer = answers.remove(0);
            if (answer == null) {
                throw new IllegalStateException("no answer");
            }
            return answer;
        }
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

        @Override
        public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
            work.run();
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
