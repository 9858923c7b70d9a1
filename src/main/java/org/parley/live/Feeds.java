package org.parley.live;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
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
import org.parley.rooms.ConversationForsaken;
import org.parley.rooms.Conversations;
import org.parley.rooms.MemberLeft;
import org.parley.rooms.Memberships;
import org.parley.rooms.Pair;
import org.parley.rooms.Room;
import org.parley.rooms.RoomDeleted;
import org.parley.rooms.RoomPresence;
import org.parley.rooms.Rooms;
import org.parley.rooms.Visit;
import org.parley.system.Starting;
import org.parley.system.Stopping;
import org.parley.system.Threads;
import org.parley.system.Transactions;

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
    Memberships memberships;

    @Inject
    Users users;

    @Inject
    Transactions transactions;

    @Inject
    Threads threads;

    private final OpenFeeds open = new OpenFeeds();
    /** The conversations whose feeds are about to be made, and the numbers after which these send. */
    private final Map<Long, Long> sendingAfter = new ConcurrentHashMap<>();

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
        RoomFeed feed = open.of(room.id());
        if (feed != null) {
            return feed;
        }
        // Read the name after the number: the log tells of a rename between the two.
        long given = heads.of(room);
        if (room.direct()) {
            return ofConversation(room.id(), room.pair(), given, visit::usernames);
        }
        // Ask before using the map, because others wait for it.
        String name = rooms.find(room.id()).orElse(room).name();
        return open.of(room.id(), id -> feed(id, new Naming.ByRoom(name), given));
    }

    /** The log's feed, for a listener who is about to enter. Until then it does not retire. */
    RoomFeed expecting(Visit visit) {
        return open.expecting(() -> of(visit));
    }

    private RoomFeed feed(long roomId, Naming naming, long given) {
        return new RoomFeed(roomId, naming, given, codec, log, heads, news, pool);
    }

    /** The feed of a private conversation. The own sockets of both people listen to it from the beginning. */
    private RoomFeed ofConversation(long roomId, Pair pair, long given, Supplier<Map<Long, String>> usernames) {
        RoomFeed feed = open.expecting(() -> open.of(
                roomId,
                id -> feed(
                        id,
                        new Naming.ByPeer(id, pair, usernames.get()),
                        Math.min(given, sendingAfter.getOrDefault(id, given)))));
        sendingAfter.remove(roomId);
        enterAll(pair.accounts().stream().flatMap(account -> connections.personal(account).stream()), feed);
        return feed;
    }

    /** The users' own sockets listen to the feed from now on. It expected them. */
    private static void enterAll(Stream<Connection> sockets, RoomFeed feed) {
        sockets.forEach(socket -> enter(socket, feed));
        feed.execute(feed.vacancy()::arrived);
    }

    private static void enter(Connection socket, RoomFeed feed) {
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
    void beginAgain(Connection socket, Visit conversation, Consumer<Subscription> first) {
        RoomFeed feed = expecting(conversation);
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
            RoomFeed feed = open.expecting(roomId);
            if (feed != null) {
                enterAll(Stream.of(socket), feed);
            }
        }
    }

    void posted(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesPosted posted) {
        RoomFeed feed = open.of(posted.roomId());
        if (feed != null) {
            feed.grown(posted);
        } else if (posted.pair() != null && reachable(posted.pair())) {
            sendingAfter.merge(posted.roomId(), posted.before(), Math::min);
            pool.execute(() -> openConversation(posted));
        }
    }

    /** Whether one of the two people has a socket of their own. */
    private boolean reachable(Pair pair) {
        return pair.accounts().stream()
                .anyMatch(account -> !connections.personal(account).isEmpty());
    }

    /** Tries until the database gives the usernames; otherwise nobody would receive the message. */
    private void openConversation(MessagesPosted posted) {
        try {
            ofConversation(
                            posted.roomId(),
                            posted.pair(),
                            posted.before(),
                            () -> users.names(posted.pair().accounts()))
                    .grown(posted);
        } catch (RuntimeException | Error failure) {
            LOG.log(System.Logger.Level.DEBUG, "A conversation waits for its names", failure);
            timer.schedule(() -> pool.execute(() -> openConversation(posted)), TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** The sockets of a member who left stop listening. */
    void left(@Observes(during = TransactionPhase.AFTER_SUCCESS) MemberLeft left) {
        RoomFeed feed = open.of(left.roomId());
        if (feed != null) {
            feed.execute(() -> feed.dismiss(listener -> listener.accountId() == left.accountId()));
        }
    }

    /** A member's leaving failed for the caller, but its commit may have taken effect. */
    void perhapsLeft(@Observes(during = TransactionPhase.AFTER_FAILURE) MemberLeft left) {
        timer.schedule(() -> pool.execute(() -> makeSure(left)), TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Asks until the database answers; otherwise the sockets might listen to a room that their user has left. */
    private void makeSure(MemberLeft left) {
        try {
            transactions.run(() -> {
                // Waits for a commit that is still under way, and keeps the person from coming back meanwhile.
                rooms.lock(left.roomId());
                if (memberships.of(left.roomId(), left.accountId()).isEmpty()) {
                    left(left);
                }
            });
        } catch (RuntimeException | Error failure) {
            LOG.log(System.Logger.Level.DEBUG, "A member has perhaps left", failure);
            perhapsLeft(left);
        }
    }

    void forsaken(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConversationForsaken forsaken) {
        RoomFeed feed = open.of(forsaken.roomId());
        if (feed != null) {
            feed.execute(() -> feed.forsakenBy(forsaken.leaverId()));
        }
    }

    void deleted(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomDeleted deleted) {
        RoomFeed feed = open.remove(deleted.roomId());
        if (feed != null) {
            feed.execute(() -> {
                feed.sendAll(name -> codec.encoded(Frames.RoomDeleted.of(name.room(), deleted.byUsername())));
                feed.dismiss(everybody -> true);
            });
        }
    }

    @Override
    public int onlineCount(long roomId) {
        RoomFeed feed = open.of(roomId);
        return feed == null ? 0 : feed.ephemera().count();
    }

    @Override
    public boolean full(long roomId) {
        RoomFeed feed = open.of(roomId);
        return feed != null && feed.farBehind();
    }

    private void tick() {
        try {
            open.all().forEach(feed -> {
                feed.retry();
                if (feed.ephemera().busy()) {
                    feed.execute(feed.ephemera()::tick);
                } else if (feed.ephemera().count() == 0) {
                    feed.execute(() -> open.retire(feed));
                }
            });
        } catch (RuntimeException | Error failure) {
            LOG.log(System.Logger.Level.ERROR, "The tick goes on after a failure", failure);
        }
    }

    /** The log's feed; {@code null} if it has none. */
    RoomFeed existing(long roomId) {
        return open.of(roomId);
    }

    void stop(@Observes @Priority(Stopping.FEEDS) Stopping stopping) {
        timer.shutdownNow();
        pool.shutdown();
    }
}
