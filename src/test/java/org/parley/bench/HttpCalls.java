package org.parley.bench;

import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.parley.harness.Many;
import org.parley.harness.Person;

/** H: sixteen clients on open connections; each sends its next request as soon as the last one is answered. */
record HttpCalls() implements Workload {
    private static final int CLIENTS = 16;
    private static final int ROOMS = 100;
    private static final int MESSAGES = 500;

    @Override
    public void run(Bed bed) {
        List<Person> people = bed.people(CLIENTS);
        Person owner = people.get(0);
        String room = Registering.rooms(owner, bed.tag(), ROOMS).get(0);
        people.forEach(person -> person.join(room));
        Many.say(owner, room, MESSAGES, "x".repeat(bed.settings().bodyLength()));
        calls(bed, room).forEach((what, call) -> measured(bed, people, what, call));
    }

    private static Map<String, Function<String, HttpCall>> calls(Bed bed, String room) {
        String host = bed.base().getAuthority();
        String api = bed.base().getPath() + "api/rooms";
        String messages = api + "/" + room + "/messages";
        Map<String, Function<String, HttpCall>> calls = new LinkedHashMap<>();
        calls.put("room list", token -> HttpCall.get(host, api, token));
        calls.put("history page", token -> HttpCall.get(host, messages, token));
        String body = "x".repeat(bed.settings().bodyLength());
        calls.put("message post", token -> HttpCall.post(host, messages, token, body));
        return calls;
    }

    private static void measured(Bed bed, List<Person> people, String what, Function<String, HttpCall> call) {
        Settings settings = bed.settings();
        if (settings.warm() > 0) {
            window(bed, people, call, settings.warm() / 2);
        }
        for (int repetition = 1; repetition <= settings.repetitions(); repetition++) {
            Sample before = bed.machine().sample();
            HttpTally tally = window(bed, people, call, settings.seconds());
            Sample after = bed.machine().sample();
            double answers = Math.max(1, tally.answers);
            bed.record(new Figures(settings, "H", repetition, CLIENTS, ROOMS)
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

    private static HttpTally window(Bed bed, List<Person> people, Function<String, HttpCall> call, double seconds) {
        HttpTally tally = new HttpTally();
        InetSocketAddress server =
                new InetSocketAddress(bed.base().getHost(), bed.base().getPort());
        try (Loop loop = new Loop(server)) {
            List<HttpClient> clients = IntStream.range(0, CLIENTS)
                    .mapToObj(i -> new HttpClient(
                            loop, call.apply(people.get(i % people.size()).token()), tally))
                    .toList();
            clients.forEach(Peer::connect);
            loop.turnsFor(seconds);
            clients.forEach(HttpClient::stop);
            loop.turnsFor(0.2);
        }
        return tally;
    }
}
