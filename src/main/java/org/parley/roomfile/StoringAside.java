package org.parley.roomfile;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Stores the pieces of a log one after the other, each while the next one is read and checked. */
final class StoringAside {
    private final Executor thread;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    /** @param thread runs a piece at a time */
    StoringAside(Executor thread) {
        this.thread = thread;
    }

    /** Begins to store a piece, after the one before. */
    void store(Runnable piece) {
        finish();
        last = CompletableFuture.runAsync(piece, thread);
    }

    /** Waits for the last piece. Throws what went wrong with it. */
    void finish() {
        try {
            last.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw failure;
        }
    }
}
