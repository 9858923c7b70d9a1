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

/** The only entry for messages and changes, whether they come by REST or by socket. */
@ApplicationScoped
public class PostingMessages {
    /** A sender gets an answer within this time, whatever the database does. */
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
     * Posts a message, or finds it if its sender has posted it to this room before. REST and the sockets have already
     * counted the request, before it was checked.
     *
     * @return completes after the commit, or with the {@link Refusal}. It completes with {@code unavailable} if too
     *     many postings wait, and after four seconds: then the outcome is unknown, and a repeat will tell. Completes on
     *     a thread that must not wait
     */
    public CompletableFuture<Posted> post(Caller sender, long roomId, NewMessage message) {
        return offer(new Posting(sender, roomId, message));
    }

    /**
     * Changes a message.
     *
     * @param target the message's number
     * @param value for the kind of change; empty if it needs none
     * @return completes as for a message, without an entry if the change changed nothing
     */
    public CompletableFuture<Posted> change(Visit place, ChangeKind kind, long target, String value) {
        if (place.room().head() == 0) {
            // The log is empty, or the conversation has not even been created.
            return CompletableFuture.failedFuture(Refusal.notFound());
        }
        return offer(new Posting(place.caller(), place.room().id(), new NewChange(kind, target, value)));
    }

    private CompletableFuture<Posted> offer(Posting posting) {
        long roomId = posting.roomId();
        if (backlog.full(roomId) || !committerOf(roomId).offer(posting)) {
            // Answer by the future: the caller has already noted that it waits for it.
            posting.tell(Refusal.unavailable());
        }
        // Set the timeout on the committer's own future, so that a posting that was already answered is not committed
        // later.
        return posting.answer().orTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** How many messages wait for a transaction. */
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
