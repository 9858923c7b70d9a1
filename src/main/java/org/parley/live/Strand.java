package org.parley.live;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import org.parley.problems.Failures;

/**
 * Runs a room's tasks one after the other on a shared pool, so that the room's state needs no locks. At the end of a
 * turn it drains each outbox that was filled, so that a listener gets everything of the turn as one frame.
 */
final class Strand {
    private static final System.Logger LOG = System.getLogger(Strand.class.getName());
    private static final int MOST_IN_TURN = 64;

    private final Executor pool;
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final Set<Outbox> touched = new LinkedHashSet<>();
    private boolean running;
    private boolean over;

    Strand(Executor pool) {
        this.pool = pool;
    }

    void execute(Runnable task) {
        synchronized (tasks) {
            tasks.add(task);
            if (running) {
                return;
            }
            running = true;
        }
        pool.execute(this::turn);
    }

    /** Call this in a task for every outbox that it fills. */
    void touch(Outbox outbox) {
        touched.add(outbox);
    }

    /** Call this in a task that has filled enough: the outboxes are drained before the next task. */
    void endTurn() {
        over = true;
    }

    private void turn() {
        over = false;
        for (int i = 0; i < MOST_IN_TURN && !over; i++) {
            Runnable task;
            synchronized (tasks) {
                task = tasks.poll();
            }
            if (task == null) {
                break;
            }
            run(task);
        }
        touched.forEach(outbox -> run(outbox::drain));
        touched.clear();
        synchronized (tasks) {
            running = !tasks.isEmpty();
            if (!running) {
                return;
            }
        }
        pool.execute(this::turn);
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error failure) {
            // Catch an Error too: a turn that never ends would silence the room for good.
            Failures.log(LOG, "A turn of a room's feed failed; the feed goes on", failure);
        }
    }
}
