package org.parley.system;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads with the application's context, for pools that live as long as the application. We do not use the server's
 * executors: Payara captures a context by scanning class paths at each submission (docs/adr/0003).
 */
@ApplicationScoped
public class Threads {
    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    ManagedThreadFactory factory;

    /** Makes a thread that is not started yet. */
    public Thread thread(String name, Runnable work) {
        Thread thread = factory.newThread(work);
        thread.setName(name);
        return thread;
    }

    /** @param size the fixed number of threads */
    public ExecutorService pool(String name, int size) {
        return Executors.newFixedThreadPool(size, work -> thread(name, work));
    }

    /** As {@link #pool(String, int)}, but rejects a task while {@code mostWaiting} tasks wait. */
    public ExecutorService pool(String name, int size, int mostWaiting) {
        return new ThreadPoolExecutor(
                size,
                size,
                0,
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(mostWaiting),
                work -> thread(name, work));
    }

    /** One thread for short tasks. A cancelled task leaves the queue at once. */
    public ScheduledThreadPoolExecutor timer(String name) {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> thread(name, work));
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return timer;
    }
}
