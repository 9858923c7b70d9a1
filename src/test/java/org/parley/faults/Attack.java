package org.parley.faults;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.parley.harness.Bystander;
import org.parley.harness.Waiting;

/** What somebody does against the server: connections that are held, and threads that do one thing again and again. */
final class Attack implements AutoCloseable {
    /** {@code bin/test --all} attacks longer. */
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("parley.attack.seconds", 2));

    /** The bystander has twenty seconds for each step. */
    private static final Duration PATIENCE = LENGTH.plusSeconds(180);

    private static final Duration ENDING = Duration.ofSeconds(5);

    private static final int ROUNDS = 2;

    private final List<Closeable> held = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicLong tries = new AtomicLong();
    private volatile boolean over;

    /** What is answered, and whether, is of no interest. */
    interface Step {
        void go() throws Exception;
    }

    /** There is nothing left to attack with. */
    static final class Over extends Exception {
        private static final long serialVersionUID = 1;
    }

    Attack hold(Closeable connection) {
        held.add(connection);
        tries.incrementAndGet();
        return this;
    }

    /** The steps in turn, each in so many threads. */
    Attack with(int each, Step... steps) {
        for (Step step : steps) {
            for (int i = 0; i < each; i++) {
                Thread thread = new Thread(() -> repeat(step), "attack");
                thread.setDaemon(true);
                threads.add(thread);
            }
        }
        return this;
    }

    private void repeat(Step step) {
        while (!over) {
            try {
                step.go();
            } catch (Over nothingLeft) {
                return;
            } catch (Exception | AssertionError refused) {
                // As it ought to be.
            }
            tries.incrementAndGet();
        }
    }

    /** Attacks until the time is over and the bystander has come round twice meanwhile, or was not served. */
    Attack on(Bystander bystander) {
        int before = bystander.rounds();
        long began = System.nanoTime();
        threads.forEach(Thread::start);
        Waiting.until(
                "the attack has lasted long enough",
                PATIENCE,
                () -> bystander.failed()
                        || (System.nanoTime() - began > LENGTH.toNanos() && bystander.rounds() >= before + ROUNDS));
        pause();
        return this;
    }

    /** What is held goes on. A thread whose connection takes nothing any more needs not be waited for. */
    private void pause() {
        over = true;
        threads.forEach(Thread::interrupt);
        long until = System.nanoTime() + ENDING.toNanos();
        try {
            for (Thread thread : threads) {
                thread.join(Math.max(1, (until - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    long tries() {
        return tries.get();
    }

    @Override
    public void close() throws IOException {
        pause();
        for (Closeable connection : held) {
            connection.close();
        }
    }
}
