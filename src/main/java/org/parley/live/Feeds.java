package org.parley.live;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.parley.accounts.Users;
import org.parley.messages.Heads;
import org.parley.messages.Log;
import org.parley.messages.MessagesPosted;
import org.parley.posting.RoomBacklog;
import org.parley.rooms.Conversations;
import org.parley.rooms.MemberLeft;
import org.parley.rooms.Pair;
import org.parley.rooms.Room;
import org.parley.rooms.RoomDeleted;
import org.parley.rooms.RoomPresence;
import org.parley.rooms.Rooms;
import org.parley.rooms.Visit;
import org.parley.system.Starting;
import org.parley.system.Stopping;
import org.parley.system.Threads;

/**
 * The feeds of all rooms and private conversations that have listeners, and their threads. It observes commits and only
 * hands them over: an observer that waits would hold up the committer.
 */
@ApplicationScoped
class Feeds implements RoomPresence, RoomBacklog {
    private static final System.Logger LOG = System.getLogger(Feeds.class.getName());
    /** Feeds write to sockets without waiting. With two threads, a long room does not hold up the others. */
    private static final int THREADS = 2;

    private static final long TICK_MILLIS = 250;

    @Inject
    Codec codec;

    @Inject
    Log log;

    @Inject
    Heads heads;

    @Inject
    Rooms rooms;

    @Inject
    RoomNews news;

    @Inject
    Connections connections;

    @Inject
    Conversations conversations;

    @Inject
    Users users;

    @Inject
    Threads threads;

    private final Map<Long, RoomFeed> feeds = new ConcurrentHashMap<>();
    /** Conversations that need a feed, and the number after which the feed sends. */
    private final Map<Long, Long> untold = new ConcurrentHashMap<>();

    private ExecutorService pool;
    private ScheduledExecutorService timer;

    void start(@Observes @Priority(Starting.LIVE) Starting starting) {
        pool = threads.pool("parley-feed", THREADS);
        timer = threads.timer("parley-tick");
        timer.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** The log's feed. The first listener creates it; a listener after its retirement creates it again. */
    RoomFeed of(Visit visit) {
        Room room = visit.room();
        RoomFeed feed = feeds.get(room.id());
        if (feed != null) {
            return feed;
        }
        // Read the name after the number: the log tells of a rename between the two.
        long given = heads.of(room);
        if (room.direct()) {
            return conversation(room.id(), room.pair(), given, visit::usernames);
        }
        // Ask before using the map, because others wait for it.
        String name = rooms.find(room.id()).orElse(room).name();
        return feeds.computeIfAbsent(room.id(), id -> feed(id, new Naming.ByRoom(name), given));
    }

    /** The log's feed, for a listener who is about to enter. Until then it does not retire. */
    RoomFeed awaiting(Visit visit) {
        return awaiting(() -> of(visit));
    }

    /** Only a feed in the map learns of new messages, and a new feed may already have left the map. */
    private RoomFeed awaiting(Supplier<RoomFeed> made) {
        RoomFeed awaiting = null;
        while (awaiting == null) {
            awaiting = awaiting(made.get().roomId());
        }
        return awaiting;
    }

    /** @return {@code null} if there is none; otherwise call {@link Vacancy#arrived()} on the strand */
    private RoomFeed awaiting(long roomId) {
        return feeds.computeIfPresent(roomId, (id, feed) -> {
            feed.vacancy().expect();
            return feed;
        });
    }

    private RoomFeed feed(long roomId, Naming naming, long given) {
        return new RoomFeed(roomId, naming, given, codec, log, heads, news, pool);
    }

    /** The feed of a private conversation. The own sockets of both people listen to it from the beginning. */
    private RoomFeed conversation(long roomId, Pair pair, long given, Supplier<Map<Long, String>> usernames) {
        RoomFeed feed = awaiting(() -> feeds.computeIfAbsent(
                roomId,
                id -> feed(
                        id,
                        new Naming.ByPeer(pair, usernames.get()),
                        Math.min(given, untold.getOrDefault(id, given)))));
        untold.remove(roomId);
        hear(pair.accounts().stream().flatMap(account -> connections.personal(account).stream()), feed);
        return feed;
    }

    /** The users' own sockets listen to the feed from now on; the feed waits for them. */
    private void hear(Stream<Connection> sockets, RoomFeed feed) {
        sockets.forEach(socket -> hear(socket, feed));
        feed.execute(feed.vacancy()::arrived);
    }

    private static void hear(Connection socket, RoomFeed feed) {
        Subscription listener = new Subscription(socket, feed);
        if (socket.subscribeFirst(listener)) {
            feed.execute(() -> {
                feed.enter(null, listener);
                listener.position(feed.given());
                listener.goLive();
            });
        }
    }

    /**
     * Begins a conversation's feed again on a user's own socket.
     *
     * @param first runs on the feed's strand, before the feed sends anything
     */
    void begin(Connection socket, Visit conversation, Consumer<Subscription> first) {
        RoomFeed feed = awaiting(conversation);
        Subscription listener = new Subscription(socket, feed);
        Subscription former = socket.subscribe(listener);
        feed.execute(() -> {
            feed.vacancy().arrived();
            feed.enter(former, listener);
            first.accept(listener);
        });
    }

    /** A user's own socket has opened. A conversation without a feed gets one at its next message. */
    void opened(Connection socket) {
        for (long roomId : conversations.ids(socket.caller().accountId())) {
            RoomFeed feed = awaiting(roomId);
            if (feed != null) {
                hear(Stream.of(socket), feed);
            }
        }
    }

    void posted(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesPosted posted) {
        RoomFeed feed = feeds.get(posted.roomId());
        if (feed != null) {
            feed.grown(posted);
        } else if (posted.pair() != null && heard(posted.pair())) {
            untold.merge(posted.roomId(), posted.before(), Math::min);
            pool.execute(() -> begin(posted));
        }
    }

    /** Tries until the database gives the usernames; otherwise nobody would receive the message. */
    private void begin(MessagesPosted posted) {
        try {
            conversation(
                            posted.roomId(),
                            posted.pair(),
                            posted.before(),
                            () -> users.names(posted.pair().accounts()))
                    .grown(posted);
        } catch (RuntimeException | Error failure) {
            LOG.log(System.Logger.Level.DEBUG, "A conversation waits for its names", failure);
            timer.schedule(() -> pool.execute(() -> begin(posted)), TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private boolean heard(Pair pair) {
        return pair.accounts().stream()
                .anyMatch(account -> !connections.personal(account).isEmpty());
    }

    /** The sockets of a member who left stop listening. */
    void left(@Observes(during = TransactionPhase.AFTER_SUCCESS) MemberLeft left) {
        RoomFeed feed = feeds.get(left.roomId());
        if (feed != null) {
            feed.execute(() -> List.copyOf(feed.listeners()).stream()
                    .filter(listener -> listener.accountId() == left.accountId())
                    .forEach(listener -> feed.remove(listener, true)));
        }
    }

    void deleted(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomDeleted deleted) {
        RoomFeed feed = feeds.remove(deleted.roomId());
        if (feed != null) {
            feed.execute(() -> {
                feed.sendAll(name -> codec.encoded(Frames.RoomDeleted.of(name.room(), deleted.byUsername())));
                List.copyOf(feed.listeners()).forEach(listener -> feed.remove(listener, true));
            });
        }
    }

    @Override
    public int onlineCount(long roomId) {
        RoomFeed feed = feeds.get(roomId);
        return feed == null ? 0 : feed.ephemera().count();
    }

    @Override
    public boolean full(long roomId) {
        RoomFeed feed = feeds.get(roomId);
        return feed != null && feed.farBehind();
    }

    private void tick() {
        try {
            feeds.values().forEach(feed -> {
                feed.retry();
                if (feed.ephemera().busy()) {
                    feed.execute(feed.ephemera()::tick);
                } else if (feed.ephemera().count() == 0) {
                    feed.execute(() -> retire(feed));
                }
            });
        } catch (RuntimeException | Error failure) {
            LOG.log(System.Logger.Level.ERROR, "The tick goes on after a failure", failure);
        }
    }

    /** Inside the map, so that no listener waits for a feed that has just left it. */
    private void retire(RoomFeed feed) {
        feeds.computeIfPresent(
                feed.roomId(),
                (id, present) -> present == feed && feed.vacancy().retire() ? null : present);
    }

    RoomFeed existing(long roomId) {
        return feeds.get(roomId);
    }

    void stop(@Observes @Priority(Stopping.FEEDS) Stopping stopping) {
        timer.shutdownNow();
        pool.shutdown();
    }
}
