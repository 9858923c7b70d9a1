package org.parley.bench;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.parley.harness.Json;
import org.parley.harness.Person;

/** E: everybody in one room reacts to its newest message over REST within ten seconds, and hears of each reaction. */
record EverybodyReacts() implements Workload {
    private static final int CONNECTIONS = 64;
    private static final double SECONDS = 10;
    private static final double PATIENCE = 30;
    private static final String THUMBS_UP = "%F0%9F%91%8D";

    @Override
    public void run(Bed bed) {
        Settings settings = bed.settings();
        try (Crowd crowd = bed.enteredCrowd(settings.members(), 1)) {
            bed.warmByFanOut(crowd);
            for (int repetition = 0; repetition <= settings.repetitions(); repetition++) {
                bed.quiet(crowd);
                Figures figures = repetition(bed, crowd, repetition);
                // The first one is for warming up.
                if (repetition > 0) {
                    bed.record(figures.line());
                }
            }
        }
    }

    private static Figures repetition(Bed bed, Crowd crowd, int repetition) {
        List<Person> people = bed.people(crowd.clients().size());
        Queue<byte[]> due = new ArrayDeque<>();
        HttpTally answers = new HttpTally();
        List<HttpClient> connections = IntStream.range(0, CONNECTIONS)
                .mapToObj(i -> new HttpClient(crowd.loop(), due::poll, answers))
                .toList();
        List<byte[]> calls = calls(bed, crowd, people);
        connections.forEach(Peer::connect);
        crowd.turnsFor(1);
        Tally tally = crowd.beginWindow();
        Sample before = bed.machine().sample();
        long began = System.nanoTime();
        send(crowd, calls, due, connections);
        long expected = (long) calls.size() * crowd.clients().size();
        hear(crowd, tally, answers, expected);
        Sample after = bed.machine().sample();
        connections.forEach(HttpClient::stop);
        connections.forEach(Peer::cut);
        return Figures.of(bed, crowd, "E", repetition)
                .with("reactions", calls.size())
                .with("answers", answers.answers)
                .with("errors", answers.errors)
                .with("closed", answers.closed)
                .with("expected", expected)
                .with("lost", expected - tally.reactions)
                .with("heard_s", (tally.lastDelivery - began) / 1e9)
                .with("srv_ms_per_reaction", after.serverCpu(before) * 1e3 / calls.size())
                .with("srv_us_per_deliv", after.serverCpu(before) * 1e6 / Math.max(1, tally.reactions))
                .with("db_ms_per_reaction", after.databaseCpu(before) * 1e3 / calls.size())
                .with("deliv_per_read", tally.reactions / (double) Math.max(1, tally.reads))
                .with("ack_ms", answers.times)
                .cpu(before, after);
    }

    /** A reaction of each person to a new message. */
    private static List<byte[]> calls(Bed bed, Crowd crowd, List<Person> people) {
        String room = crowd.rooms().get(0).name();
        long seq = people.get(0)
                .post("rooms/" + room + "/messages", Json.of("clientId", Person.newId(), "body", "Who comes along?"))
                .expect(201)
                .path("seq")
                .asLong();
        String path = bed.base().getPath() + "api/rooms/" + room + "/messages/" + seq + "/reactions/" + THUMBS_UP;
        return people.stream()
                .map(person -> HttpCall.put(bed.base().getAuthority(), path, person.token())
                        .get())
                .toList();
    }

    /** Each at its own moment, however slow the server is; at most as many at once as there are connections. */
    private static void send(Crowd crowd, List<byte[]> calls, Queue<byte[]> due, List<HttpClient> connections) {
        long from = System.nanoTime();
        for (int i = 0; i < calls.size(); i++) {
            long moment = from + (long) (i * SECONDS * 1e9 / calls.size());
            while (System.nanoTime() < moment) {
                crowd.turn(moment);
            }
            due.add(calls.get(i));
            connections.forEach(HttpClient::wake);
        }
    }

    private static void hear(Crowd crowd, Tally tally, HttpTally answers, long expected) {
        long deadline = System.nanoTime() + (long) (PATIENCE * 1e9);
        while ((tally.reactions < expected || answers.answers < crowd.clients().size())
                && System.nanoTime() < deadline) {
            crowd.turn(deadline);
        }
    }
}
