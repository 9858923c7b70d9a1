package org.parley.live;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.parley.accounts.Caller;
import org.parley.messages.Logged;
import org.parley.messages.MessagesPosted;

/** The cost of a commit from its event to the outboxes of a thousand listeners, without the container's part. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RoomFeedBenchmark {
    private static final long ROOM = 1;
    private static final int LISTENERS = 1000;

    /** How many messages a commit has. */
    @Param({"1", "20"})
    public int messages;

    private final StubWriter writer = new StubWriter(true);
    private RoomFeed feed;
    private long head;

    @Setup(Level.Trial)
    public void enter() {
        feed = new RoomFeed(
                ROOM, new Naming.ByRoom("room"), 0, CodecBenchmark.codec(), null, null, new RoomNews(), Runnable::run);
        for (int i = 0; i < LISTENERS; i++) {
            Caller caller = new Caller(i, "bob" + i, "Bob", false, UUID.randomUUID(), "127.0.0.1");
            Connection connection =
                    new Connection(caller, false, new StubRemote(writer), Runnable::run, Runnable::run, closed -> {});
            Subscription listener = new Subscription(connection, feed);
            feed.enter(null, listener);
            listener.goLive();
        }
    }

    @Benchmark
    public long give_a_run_to_a_thousand() {
        List<Logged> run = LongStream.rangeClosed(head + 1, head + messages)
                .<Logged>mapToObj(seq -> CodecBenchmark.message(seq, 100))
                .toList();
        head += messages;
        feed.grown(new MessagesPosted(ROOM, null, 0, head, run));
        return writer.octets();
    }
}
