package org.parley.search;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.parley.messages.Heads;
import org.parley.messages.Log;
import org.parley.messages.MessagesPosted;
import org.parley.problems.Refusal;
import org.parley.rooms.RoomDeleted;
import org.parley.system.Configuration;
import org.parley.system.Health;
import org.parley.system.LastingValues;
import org.parley.system.Starting;
import org.parley.system.Stopping;
import org.parley.system.Threads;

/**
 * Keeps this server's index up to date, from the start to the stop. The server never waits for it: if the index cannot
 * be used, only the search is unavailable, and another try comes soon.
 */
@ApplicationScoped
public class FollowingLogs {
    private static final System.Logger LOG = System.getLogger(FollowingLogs.class.getName());
    private static final Duration NEXT_TRY = Duration.ofSeconds(10);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);
    private static final String DATABASE = "database-id";

    @Inject
    Configuration configuration;

    @Inject
    LastingValues values;

    @Inject
    RoomHeads rooms;

    @Inject
    Log log;

    @Inject
    Heads heads;

    @Inject
    Entries entries;

    @Inject
    Threads threads;

    @Inject
    Health health;

    private ScheduledExecutorService thread;
    private ExecutorService reader;
    /** {@code null} while the index cannot be used. */
    private volatile Followers followers;

    private volatile boolean troubled;

    /**
     * The index at this moment.
     *
     * @param state {@code starting}, {@code indexing}, {@code ready} or {@code unavailable}
     * @param progress how much of the logs is in the index, from 0 to 1
     */
    public record State(String state, double progress) {}

    void begin(@Observes @Priority(Starting.FEATURES) Starting starting) {
        health.mention("search", () -> followers != null);
        thread = threads.timer("parley-search");
        reader = threads.pool("parley-search-reader", 1);
        thread.execute(() -> {
            Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
            open();
        });
    }

    private void open() {
        Index index = null;
        Followers opened = null;
        try {
            index = Index.open(folder(), database());
            opened = new Followers(index, log, entries, heads::of, thread, reader, new Watching());
            // From now on it gets what happens after its look at the rooms.
            followers = opened;
            opened.begin(rooms.all());
        } catch (IOException | RuntimeException | Error failure) {
            if (opened != null) {
                opened.abandon();
            }
            lost(index, failure);
        }
    }

    private Path folder() {
        return configuration.dataFolder().resolve("search");
    }

    /** The same for all servers of a database, and another one for each database. */
    private String database() {
        values.keep(DATABASE, UUID.randomUUID().toString());
        return values.of(DATABASE).get(0);
    }

    private final class Watching implements Followers.Watcher {
        @Override
        public void lost(Throwable failure) {
            Followers former = followers;
            FollowingLogs.this.lost(former == null ? null : former.index(), failure);
        }

        @Override
        public void kept() {
            if (troubled) {
                troubled = false;
                LOG.log(System.Logger.Level.INFO, "The index of the search works again");
            }
        }
    }

    private void lost(Index index, Throwable failure) {
        followers = null;
        if (!troubled) {
            troubled = true;
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Nobody can search, because the index in " + folder() + " cannot be used; the next try comes in "
                            + NEXT_TRY.toSeconds() + " s: " + failure);
        }
        if (index != null) {
            close(index);
        }
        thread.schedule(this::open, NEXT_TRY.toSeconds(), TimeUnit.SECONDS);
    }

    private static void close(Index index) {
        try {
            index.close();
        } catch (IOException | RuntimeException again) {
            LOG.log(System.Logger.Level.DEBUG, "The index did not close well", again);
        }
    }

    void grown(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesPosted posted) {
        Followers open = followers;
        if (open != null) {
            open.grown(posted);
        }
    }

    void deleted(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomDeleted deleted) {
        Followers open = followers;
        if (open != null) {
            open.deleted(deleted.roomId());
        }
    }

    /** @throws Refusal {@code unavailable} while the index cannot be used */
    Followers followers() {
        Followers open = followers;
        if (open == null) {
            throw Refusal.unavailable();
        }
        return open;
    }

    public State state() {
        Followers open = followers;
        if (open == null) {
            return new State(troubled ? "unavailable" : "starting", 0);
        }
        Progress progress = open.progress();
        return new State(progress.complete() ? "ready" : "indexing", progress.share());
    }

    /** After the intake, so that the index has everything when it is opened again. */
    void stop(@Observes @Priority(Stopping.FEEDS) Stopping stopping) {
        Future<?> ended = thread.submit(this::end);
        try {
            ended.get(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException late) {
            LOG.log(System.Logger.Level.DEBUG, "The next start reads what the index did not keep", late);
        }
        thread.shutdown();
        reader.shutdown();
    }

    private void end() {
        Followers open = followers;
        followers = null;
        if (open != null) {
            try {
                open.end();
            } catch (IOException | RuntimeException failure) {
                LOG.log(System.Logger.Level.DEBUG, "The next start reads what the index did not keep", failure);
            }
        }
    }
}
