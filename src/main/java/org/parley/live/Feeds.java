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
import org.parley.messages.Heads;
import org.parley.messages.Log;
import org.parley.messages.MessagesPosted;
import org.parley.messages.RoomBacklog;
import org.parley.rooms.MemberLeft;
import org.parley.rooms.Room;
import org.parley.rooms.RoomDeleted;
import org.parley.rooms.RoomPresence;
import org.parley.rooms.Rooms;
import org.parley.system.Starting;
import org.parley.system.Stopping;
import org.parley.system.Threads;

/**
 * The feeds of the rooms that somebody listens to, and their threads. Observes what was committed and only hands it over:
 * an observer that waits would hold up the committer.
 */
@ApplicationScoped
public class Feeds implements RoomPresence, RoomBacklog {
    private static final System.Logger LOG = System.getLogger(Feeds.class.getName());
    /** Feeds write to sockets that do not wait; two of them keep a long room from holding up the others. */
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
    Threads threads;

    private final Map<Long, RoomFeed> feeds = new ConcurrentHashMap<>();
    private ExecutorService pool;
    private ScheduledExecutorService timer;

    void start(@Observes @Priority(400) Starting starting) {
        pool = threads.pool("parley-feed", THREADS);
        timer = threads.timer("parley-tick");
        timer.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** The room's feed; made when the first comes to listen. */
    RoomFeed of(Room room) {
        return feeds.computeIfAbsent(room.id(), id -> {
            // The name is read after the number, because a rename between the two is told by the log.
            long given = heads.of(id);
            String name = rooms.find(id).orElse(room).name();
            return new RoomFeed(id, name, given, codec, log, heads, news, pool);
        });
    }

    void posted(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesPosted posted) {
        heads.raise(posted.roomId(), posted.head());
        RoomFeed feed = feeds.get(posted.roomId());
        if (feed != null) {
            feed.grown(posted);
        }
    }

    /** The sockets of one who left stop listening. */
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
                feed.sendAll(codec.encoded(Frames.RoomDeleted.of(feed.name(), deleted.byUsername())));
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
                if (feed.behind()) {
                    feed.execute(feed::takeHints);
                }
                if (feed.ephemera().busy()) {
                    feed.execute(feed.ephemera()::tick);
                }
            });
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.ERROR, "The tick goes on after a failure", failure);
        }
    }

    RoomFeed existing(long roomId) {
        return feeds.get(roomId);
    }

    void stop(@Observes @Priority(250) Stopping stopping) {
        timer.shutdownNow();
        pool.shutdown();
    }
}
