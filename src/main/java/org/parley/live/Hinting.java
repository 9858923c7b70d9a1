package org.parley.live;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.parley.problems.LastingFailure;
import org.parley.system.Threads;

/**
 * Tells people in the background what they can also find out by asking. Hints are left out when too many wait, so a
 * slow database costs hints. What fails is logged, because nobody waits for it.
 */
final class Hinting implements Executor {
    /** Some seconds of work, at one to three statements each. */
    static final int MOST_WAITING = 1000;

    private final ExecutorService pool;
    private final LastingFailure untold;

    /** @param untold says what is not told when that fails */
    static Hinting on(Threads threads, String thread, System.Logger log, String untold) {
        return new Hinting(threads.pool(thread, 1, MOST_WAITING), new LastingFailure(log, untold));
    }

    /** @param pool refuses what is too much */
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

    /** Nothing tries again, so each failure counts. */
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
