package org.parley.posting;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.parley.accounts.Caller;
import org.parley.messages.ChangeKind;
import org.parley.problems.Refusal;
import org.parley.rooms.Visit;
import org.parley.system.Configuration;
import org.parley.system.Health;
import org.parley.system.Starting;
import org.parley.system.Stopping;
import org.parley.system.Threads;

/** The one intake of all that takes a number by its sender, whichever way it comes. */
@ApplicationScoped
public class PostingMessages {
    /** A sender is told within this time, whatever the database does. */
    private static final long PATIENCE_MILLIS = 4_000;

    private static final long STOP_PATIENCE_MILLIS = 5_000;
    private static final int LANES = 4;

    @Inject
    Batches batches;

    @Inject
    LookingForCommits looking;

    @Inject
    RoomBacklog backlog;

    @Inject
    Threads threads;

    @Inject
    Configuration configuration;

    @Inject
    Health health;

    private final List<Committer> committers = new ArrayList<>();
    private final List<Thread> running = new ArrayList<>();
    private ExecutorService lanes;

    void start(@Observes @Priority(Starting.INTAKE) Starting starting) {
        lanes = threads.pool("parley-lane", LANES);
        for (int i = 0; i < configuration.committers(); i++) {
            Committer committer = new Committer(batches, looking, lanes);
            Thread thread = threads.thread("parley-committer-" + i, committer);
            committers.add(committer);
            running.add(thread);
            thread.start();
        }
        health.watch("committers", () -> running.stream().allMatch(Thread::isAlive));
    }

    /**
     * Posts a message, or finds it again if its sender posted it to this room before. The request was counted where
     * it came in, over REST as over a socket, before it was judged.
     *
     * @return completes after the commit; with a {@link Refusal} if it was refused, with {@code unavailable}
     *     if too much waits already, and after four seconds, when nobody knows yet what became of it: a repeat will tell. Completes on a thread that must not wait.
     */
    public CompletableFuture<Posted> post(Caller sender, long roomId, NewMessage message) {
        return offer(new Posting(sender, roomId, message));
    }

    /**
     * Changes a message.
     *
     * @param target the message's number
     * @param value what the kind makes of it; empty where it needs none
     * @return completes as that of a message does; without an entry if the change changed nothing
     * @throws Refusal {@code not_found} where nothing was said yet
     */
    public CompletableFuture<Posted> change(Visit place, ChangeKind kind, long target, String value) {
        if (place.room().head() == 0) {
            throw Refusal.notFound();
        }
        return offer(new Posting(place.caller(), place.room().id(), new NewChange(kind, target, value)));
    }

    private CompletableFuture<Posted> offer(Posting posting) {
        long roomId = posting.roomId();
        if (backlog.full(roomId) || !committerOf(roomId).offer(posting)) {
            // By the future like any other: whoever waits for it has written down that it waits.
            posting.tell(Refusal.unavailable());
        }
        // The future that waits is the one that the committer asks, so that what was answered is not committed later.
        return posting.answer().orTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** How many messages wait to be taken into a transaction. */
    public int waiting() {
        return committers.stream().mapToInt(Committer::waiting).sum();
    }

    private Committer committerOf(long roomId) {
        return committers.get(Math.floorMod(Long.hashCode(roomId), committers.size()));
    }

    void stop(@Observes @Priority(Stopping.INTAKE) Stopping stopping) throws InterruptedException {
        committers.forEach(Committer::stop);
        for (Thread thread : running) {
            thread.join(STOP_PATIENCE_MILLIS);
        }
        lanes.shutdown();
    }
}
