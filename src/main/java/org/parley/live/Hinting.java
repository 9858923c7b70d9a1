package org.parley.live;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.parley.problems.LastingFailure;
import org.parley.system.Threads;

/**
 * Sends hints in the background, about things that people can also find out by asking. It drops hints if too many wait,
 * so a slow database only costs hints. It logs failures, because nobody waits for the result.
 */
final class Hinting implements Executor {
    /** Some seconds of work, at one to three statements each. */
    static final int MOST_WAITING = 1000;

    private final ExecutorService pool;
    private final LastingFailure untold;

    /** @param untold the log line for a failure */
    static Hinting on(Threads threads, String thread, System.Logger log, String untold) {
        return new Hinting(threads.pool(thread, 1, MOST_WAITING), new LastingFailure(log, untold));
    }

    /** @param pool rejects a task when it is full */
    Hinting(ExecutorService pool, LastingFailure untold) {
        this.pool = pool;
        this.untold = untold;
    }

    @Override
    public void execute(Runnable hint) {
        try {
            pool.execute(() -> run(hint));
        } catch (RejectedExecutionException tooMuch) {
            if (!pool.isShutdown()) {
                untold.failed(tooMuch);
            }
        }
    }

    /** Nothing is tried again, so each failure counts. */
    private void run(Runnable hint) {
        try {
            hint.run();
        } catch (RuntimeException | Error failure) {
            untold.failed(failure);
        }
    }

    void stop() {
        pool.shutdown();
    }
}
