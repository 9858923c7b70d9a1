package org.parley.live;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The cost of a frame in one listener's outbox. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class OutboxBenchmark {
    private static final int FRAMES = 16;

    private final Encoded frame = Encoded.one("test", "x".repeat(400).getBytes(StandardCharsets.UTF_8));
    private final StubWriter quick = new StubWriter(true);
    private final StubWriter slow = new StubWriter(false);
    private final Outbox toQuick = new Outbox(quick, Runnable::run, reason -> {});
    private final Outbox toSlow = new Outbox(slow, Runnable::run, reason -> {});

    @Benchmark
    public long sent_at_once() {
        toQuick.add(frame);
        toQuick.drain();
        return quick.octets();
    }

    /** One is in flight, and those that wait behind it are joined. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public long joined_behind_a_slow_one() {
        for (int i = 0; i < FRAMES; i++) {
            toSlow.add(frame);
            toSlow.drain();
        }
        slow.land();
        slow.land();
        return slow.octets();
    }
}
