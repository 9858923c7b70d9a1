package org.parley.live;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.parley.messages.LoggedMessage;
import org.parley.messages.Said;
import org.parley.rooms.LogName;
import org.parley.system.Provided;

/** The cost of each message in JSON: read once, written once. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CodecBenchmark {
    private final Codec codec = codec();
    private final LoggedMessage message = message(1, 100);
    private final String request = "{\"type\":\"send_message\",\"room\":\"room\",\"clientId\":\"" + UUID.randomUUID()
            + "\",\"body\":\"" + "x".repeat(100) + "\",\"ref\":\"1\"}";

    @Benchmark
    public Object encode_a_new_message() {
        return codec.encoded(message, LogName.room("room"));
    }

    @Benchmark
    public Object read_a_request() {
        return codec.read(request);
    }

    static Codec codec() {
        Codec codec = new Codec();
        codec.json = Provided.json();
        return codec;
    }

    /** By somebody who listens nowhere. */
    static LoggedMessage message(long seq, int length) {
        return Said.message(1, seq, -1, UUID.randomUUID(), "x".repeat(length));
    }
}
