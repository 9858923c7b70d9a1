package org.parley.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.lucene.store.AlreadyClosedException;
import org.parley.problems.LastingFailure;

/** Runs what changes an index, one task after the other, until the index is lost or the server stops. */
final class IndexThread {
    private static final System.Logger LOG = System.getLogger(IndexThread.class.getName());
    private static final long RETRY_MILLIS = 1000;

    private final ScheduledExecutorService thread;
    private final Index index;
    private final Runnable retry;
    private final Consumer<Throwable> lost;
    private final LastingFailure failing = new LastingFailure(LOG, "The index of the search cannot read the logs");
    private volatile boolean over;

    /** A task that changes the index. */
    interface Task {
        void run() throws IOException;
    }

    /**
     * @param thread runs one task at a time
     * @param retry runs a second after a task that failed for another reason than the index, such as the database
     * @param lost is told once if the index is unusable
     */
    IndexThread(ScheduledExecutorService thread, Index index, Runnable retry, Consumer<Throwable> lost) {
        this.thread = thread;
        this.index = index;
        this.retry = retry;
        this.lost = lost;
    }

    /** From any thread. */
    void run(Task task) {
        if (!over) {
            thread.execute(() -> guarded(task));
        }
    }

    void later(long millis, Task task) {
        thread.schedule(() -> guarded(task), millis, TimeUnit.MILLISECONDS);
    }

    /** The index is unusable. From any thread. */
    void fail(Throwable failure) {
        run(() -> lose(failure));
    }

    /** From now on nothing runs. */
    void end() {
        over = true;
    }

    private void guarded(Task task) {
        if (over) {
            return;
        }
        try {
            task.run();
            failing.succeeded();
        } catch (IOException | UncheckedIOException | AlreadyClosedException failure) {
            lose(failure);
        } catch (RuntimeException | Error failure) {
            if (index.broken()) {
                lose(failure);
            } else {
                failing.failed(failure);
                later(RETRY_MILLIS, retry::run);
            }
        }
    }

    private void lose(Throwable failure) {
        if (!over) {
            over = true;
            lost.accept(failure);
        }
    }
}
