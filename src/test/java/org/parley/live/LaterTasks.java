package org.parley.live;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/** A pool whose tasks run when the test says so, one after the other. */
final class LaterTasks extends AbstractExecutorService {
    private final Queue<Runnable> tasks = new ArrayDeque<>();

    /** All, and what they add. */
    void run() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    @Override
    public void shutdown() {
        // Nothing runs by itself.
    }

    @Override
    public List<Runnable> shutdownNow() {
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
