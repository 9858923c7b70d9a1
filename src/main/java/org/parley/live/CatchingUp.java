package org.parley.live;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.parley.messages.Heads;
import org.parley.messages.Log;
import org.parley.messages.Logged;
import org.parley.messages.Portion;
import org.parley.problems.Failures;
import org.parley.rooms.Door;
import org.parley.system.Starting;
import org.parley.system.Stopping;
import org.parley.system.Threads;

/**
 * Sends a returning socket the messages that it missed, at the socket's own pace: the next page is read when the last
 * one has been sent. New messages meanwhile wait as a number, not as a queue.
 */
@ApplicationScoped
class CatchingUp {
    private static final System.Logger LOG = System.getLogger(CatchingUp.class.getName());
    private static final int THREADS = 2;
    private static final int PAGE = 200;
    private static final int FEWEST_ROWS = 16;
    /** About the most octets of a page: a page stays in memory until a slow reader has taken it. */
    private static final int MOST_OCTETS = 1 << 18;

    /**
     * What a returning client is to get.
     *
     * @param since the last number that the client has
     * @param head the number at which the client is told that it has caught up
     * @param farthest a client that is further behind is told of a gap …
     * @param newest … and gets this many of the newest messages
     */
    record Range(long since, long head, long farthest, int newest) {
        private static final int FARTHEST = 10_000;
        private static final int NEWEST = 200;
        private static final int NEWEST_UNNAMED = 50;

        /** For a client that says which number it has. */
        static Range ofKnown(long since, long head) {
            return new Range(since, head, FARTHEST, NEWEST);
        }

        /** For a log in which the client's number is unknown: the client must look for missing messages itself. */
        static Range ofUnknown(long head) {
            return new Range(Long.MAX_VALUE, head, 0, 0);
        }

        /** For a log that the client does not name, from what it once received. */
        static Range ofUnnamed(long delivered, long head) {
            return new Range(delivered, head, NEWEST_UNNAMED, NEWEST_UNNAMED);
        }
    }

    @Inject
    Log log;

    @Inject
    Heads heads;

    @Inject
    Door door;

    @Inject
    Codec codec;

    @Inject
    Threads threads;

    private ExecutorService pool;

    void start(@Observes @Priority(Starting.LIVE) Starting starting) {
        pool = threads.pool("parley-catch-up", THREADS);
    }

    /**
     * Begins to catch up. Runs on the log's strand.
     *
     * @param caughtUp runs there when the socket was told that it has caught up
     */
    void begin(Subscription listener, Range range, Runnable caughtUp) {
        long since = range.since();
        long head = range.head();
        if (since > head || head - since > range.farthest()) {
            long to = Math.max(0, head - range.newest());
            long from = since > head ? 1 : since + 1;
            listener.feed()
                    .send(
                            listener,
                            codec.encoded(
                                    Frames.Gap.of(listener.name(), from, to), Encoded.Move.SET, listener.roomId(), to));
            listener.position(to);
        } else {
            listener.position(since);
        }
        next(listener, head, caughtUp);
    }

    /** @param goal the number at which the socket is told that it has caught up, or -1 if it was told */
    private void next(Subscription listener, long goal, Runnable caughtUp) {
        listener.connection().outbox().whenEmpty(listener, () -> {
            try {
                pool.execute(() -> page(listener, goal, caughtUp));
            } catch (RejectedExecutionException stopping) {
                listener.end();
            }
        });
    }

    private void page(Subscription listener, long goal, Runnable caughtUp) {
        if (listener.ended()) {
            return;
        }
        if (listener.connection().outbox().holdsPage()) {
            // A page of another log that was faster: a socket holds pages of only a few logs at once, however many it
            // catches up with.
            next(listener, goal, caughtUp);
            return;
        }
        try {
            long known = goal < 0 ? heads.of(listener.roomId()) : goal;
            long last = Math.min(known, listener.position() + Math.min(listener.rowsAtOnce(), PAGE));
            List<Logged> messages = log.range(listener.roomId(), listener.position() + 1, last);
            if (!messages.isEmpty()) {
                door.read(listener.connection().caller(), listener.roomId());
            }
            give(listener, messages, last);
        } catch (RuntimeException | Error refused) {
            stop(listener, refused);
            return;
        }
        listener.feed().execute(() -> goOn(listener, goal, caughtUp));
    }

    private void give(Subscription listener, List<Logged> messages, long last) {
        List<Logged> given = Portion.first(messages, MOST_OCTETS);
        boolean whole = given.size() == messages.size();
        List<Encoded> frames = given.stream()
                .map(message -> codec.encoded(message, listener.name()))
                .toList();
        // One by one: the outbox joins them to frames that a slow reader can take in time.
        List<Encoded> page = listener.feed().selection(listener, given, frames);
        listener.connection().outbox().addPage(page);
        listener.connection().outbox().drain();
        long reached = whole ? last : given.get(given.size() - 1).seq();
        listener.position(Math.max(listener.position(), reached));
        // Messages that did not fit are read again, so the next read asks for only a few more than fitted now.
        listener.rowsAtOnce(Math.max(2 * given.size(), FEWEST_ROWS));
    }

    /** Runs on the strand, so that nothing is sent live between the question and its answer. */
    private void goOn(Subscription listener, long goal, Runnable caughtUp) {
        if (listener.ended()) {
            return;
        }
        RoomFeed feed = listener.feed();
        boolean reached = goal >= 0 && listener.position() >= goal;
        if (reached) {
            feed.send(
                    listener,
                    codec.encoded(
                            Frames.CaughtUp.of(listener.name(), goal), Encoded.Move.GIVEN, listener.roomId(), goal));
        }
        if ((reached || goal < 0) && listener.position() >= feed.given()) {
            listener.goLive();
        } else {
            next(listener, reached ? -1 : goal, caughtUp);
        }
        if (reached) {
            caughtUp.run();
        }
    }

    /** Runs database work on the threads for catching up. */
    void execute(Runnable task) {
        pool.execute(task);
    }

    /** The client may not read any more, or the database does not answer. The client is told and asks again. */
    private void stop(Subscription listener, Throwable failure) {
        LOG.log(System.Logger.Level.DEBUG, "Catching up ended", failure);
        listener.connection().send(codec.encoded(Frames.Error.of(null, Failures.refusal(failure))));
        listener.feed().execute(() -> listener.feed().remove(listener, true));
    }

    void stop(@Observes @Priority(Stopping.TELLERS) Stopping stopping) {
        pool.shutdownNow();
    }
}
