package org.parley.live;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** A pool that runs its tasks one after the other when the test says so. */
final class LaterTasks extends AbstractExecutorService {
    private final Queue<Runnable> tasks;
    private boolean stopped;

    LaterTasks() {
        this(new ArrayDeque<>());
    }

    /** @param tasks which others may have, too */
    LaterTasks(Queue<Runnable> tasks) {
        this.tasks = tasks;
    }

    /** All, and what they add. */
    void run() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    @Override
    public void execute(Runnable task) {
        if (stopped) {
            throw new RejectedExecutionException();
        }
        tasks.add(task);
    }

    @Override
    public void shutdown() {
        stopped = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        stopped = true;
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return stopped;
    }

    @Override
    public boolean isTerminated() {
        return stopped;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
