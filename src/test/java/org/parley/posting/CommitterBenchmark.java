package org.parley.posting;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.parley.accounts.Caller;

/** The cost of gathering per message, if the commit itself costs nothing. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CommitterBenchmark {
    private static final int MESSAGES = 512;
    private static final int ROOMS = 100;

    private final Caller ann = new Caller(1, "ann", "Ann", false, UUID.randomUUID(), "127.0.0.1");
    private final Committer committer = new Committer(new NoDatabase(), null, Runnable::run);

    @Setup(Level.Trial)
    public void start() {
        new Thread(committer, "committer").start();
    }

    @TearDown(Level.Trial)
    public void stop() {
        committer.stop();
    }

    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public Posted gather() {
        Posting last = null;
        for (int i = 0; i < MESSAGES; i++) {
            last = new Posting(ann, i % ROOMS, null);
            committer.offer(last);
        }
        return last.answer().join();
    }

    /** Every message is new, and counts as stored at once. */
    private static final class NoDatabase extends Batches {
        @Override
        Outcome settle(List<Posting> postings, boolean patient) {
            for (Posting posting : postings) {
                posting.begin();
                posting.posted(null, false);
                posting.tell();
            }
            return Outcome.empty();
        }
    }
}
