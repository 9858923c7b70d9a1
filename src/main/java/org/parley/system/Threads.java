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
 * Threads with the application's context, for pools that live as long as it does. Pools of our own and not the server's
 * executors: Payara captures a context by scanning class paths at each submission (docs/adr/0003).
 */
@ApplicationScoped
public class Threads {
    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    ManagedThreadFactory factory;

    /** A thread that is not started yet. */
    public Thread thread(String name, Runnable work) {
        Thread thread = factory.newThread(work);
        thread.setName(name);
        return thread;
    }

    /** @param size how many threads, all of them kept */
    public ExecutorService pool(String name, int size) {
        return Executors.newFixedThreadPool(size, work -> thread(name, work));
    }

    /** The same, which refuses a task while so many wait. */
    public ExecutorService pool(String name, int size, int mostWaiting) {
        return new ThreadPoolExecutor(
                size,
                size,
                0,
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(mostWaiting),
                work -> thread(name, work));
    }

    /** One thread for short tasks; cancelled ones leave its queue at once. */
    public ScheduledThreadPoolExecutor timer(String name) {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> thread(name, work));
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return timer;
    }
}
