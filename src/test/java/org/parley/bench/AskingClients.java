package org.parley.bench;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.parley.harness.Person;

/** Sixteen clients on open connections; each sends its next request as soon as the last one is answered. */
final class AskingClients {
    static final int COUNT = 16;

    private final Bed bed;
    private final List<Person> people;
    private final String work;
    private final int rooms;

    AskingClients(Bed bed, List<Person> people, String work, int rooms) {
        this.bed = bed;
        this.people = people;
        this.work = work;
        this.rooms = rooms;
    }

    /** What a client asks for. */
    interface Calls {
        /** The requests, one after the other. */
        Supplier<byte[]> of(int client, String token);
    }

    /** @param warm seconds before the first repetition */
    void measured(String what, double warm, int repetitions, Calls calls) {
        if (warm > 0) {
            window(calls, warm);
        }
        for (int repetition = 1; repetition <= repetitions; repetition++) {
            Sample before = bed.machine().sample();
            HttpTally tally = window(calls, bed.settings().seconds());
            Sample after = bed.machine().sample();
            double answers = Math.max(1, tally.answers);
            bed.record(new Figures(bed.settings(), work, repetition, COUNT, rooms)
                    .with("what", what)
                    .with("answers", tally.answers)
                    .with("errors", tally.errors)
                    .with("closed", tally.closed)
                    .with("per_s", tally.answers / after.seconds(before))
                    .with("srv_us_per_call", after.serverCpu(before) * 1e6 / answers)
                    .with("db_us_per_call", after.databaseCpu(before) * 1e6 / answers)
                    .with("bytes_per_call", tally.bytes / answers)
                    .with("ack_ms", tally.times)
                    .cpu(before, after)
                    .line());
        }
    }

    private HttpTally window(Calls calls, double seconds) {
        HttpTally tally = new HttpTally();
        InetSocketAddress server =
                new InetSocketAddress(bed.base().getHost(), bed.base().getPort());
        try (Loop loop = new Loop(server)) {
            List<HttpClient> clients = IntStream.range(0, COUNT)
                    .mapToObj(i -> new HttpClient(
                            loop, calls.of(i, people.get(i % people.size()).token()), tally))
                    .toList();
            clients.forEach(Peer::connect);
            loop.turnsFor(seconds);
            clients.forEach(HttpClient::stop);
            loop.turnsFor(0.2);
        }
        return tally;
    }
}
