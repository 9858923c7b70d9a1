package org.parley.faults;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.parley.harness.Bystander;
import org.parley.harness.Waiting;

/** An attack on the server: open connections, and threads that repeat one action. */
final class Attack implements AutoCloseable {
    private static final Duration SHORT = Duration.ofSeconds(2);

    /** {@code bin/test --all} attacks longer. */
    private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("parley.attack.seconds", SHORT.toSeconds()));

    /** The bystander has twenty seconds for each step. */
    private static final Duration PATIENCE = LENGTH.plusSeconds(180);

    private static final Duration ENDING = Duration.ofSeconds(5);

    private static final int ROUNDS = 2;

    private final List<Closeable> held = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicLong tries = new AtomicLong();
    private volatile boolean over;

    /** The answer does not matter, nor whether there is one. */
    interface Step {
        void go() throws Exception;
    }

    /** The attack has nothing left to use. */
    static final class Over extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** This many in an attack of {@code bin/test --all}, and half as many in a short one. */
    static int upTo(int most) {
        return LENGTH.compareTo(SHORT) > 0 ? most : most / 2;
    }

    Attack hold(Closeable connection) {
        held.add(connection);
        tries.incrementAndGet();
        return this;
    }

    /** Runs the steps in turn, each in {@code each} threads. */
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
                // This is expected.
            }
            tries.incrementAndGet();
        }
    }

    /**
     * Attacks until the time is over and the bystander has completed two rounds meanwhile, or was not served. The
     * threads go on until {@link #close}.
     */
    void on(Bystander bystander) {
        int before = bystander.rounds();
        long began = System.nanoTime();
        threads.forEach(Thread::start);
        Waiting.until(
                "the attack has lasted long enough",
                PATIENCE,
                () -> bystander.failed()
                        || (System.nanoTime() - began > LENGTH.toNanos() && bystander.rounds() >= before + ROUNDS));
    }

    /** A thread whose connection accepts nothing more need not be waited for. */
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
