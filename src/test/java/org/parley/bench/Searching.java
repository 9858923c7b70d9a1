package org.parley.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;
import org.parley.harness.Waiting;

/**
 * S: a server finds a database full of messages and no index. How long until all of them can be found, how fast are
 * searches then, and how soon is a new message found?
 */
record Searching() implements Workload {
    private static final long SEED = 16;
    private static final int ROOMS = 200;
    private static final int QUERIES = 1000;
    private static final int NEW_MESSAGES = 100;
    private static final int PEOPLE = 50;
    private static final double FILTER_DAYS = 60;
    private static final Duration BUILD_PATIENCE = Duration.ofHours(1);
    private static final Duration LOG_PATIENCE = Duration.ofSeconds(20);
    private static final Pattern BUILT = Pattern.compile("had missed; entries: (\\d+), milliseconds: (\\d+)");
    private static final long NAP_NANOS = 2_000_000;
    private static final double MB = 1 << 20;

    @Override
    public void run(Bed bed) {
        List<Person> people = bed.people(PEOPLE);
        List<String> rooms = rooms(bed, people);
        Chatter chatter = new Chatter(SEED);
        int messages = bed.settings().searchMessages();
        List<String> names = people.stream().map(Person::name).toList();
        bed.target().whileDown(database -> Filling.fill(database, chatter, rooms, names, messages));
        people.forEach(Person::refresh);
        built(bed, messages);
        asked(bed, people, rooms, chatter, messages);
        found(bed, people.get(1), rooms.get(0));
        size(bed, messages);
    }

    /** Every other one is private, and only its owner may read it. */
    private static List<String> rooms(Bed bed, List<Person> people) {
        return IntStream.range(0, ROOMS)
                .mapToObj(i -> people.get(i % people.size())
                        .post(
                                "rooms",
                                Json.of(
                                        "name",
                                        "bench-" + bed.tag() + "-" + i,
                                        "visibility",
                                        i % 2 == 0 ? "public" : "private"))
                        .expect(201)
                        .path("name")
                        .asText())
                .toList();
    }

    private static void built(Bed bed, int messages) {
        Person root = Person.signIn(bed.base(), Cast.ROOT_NAME, Cast.ROOT_PASSWORD);
        // Not by a search, which would make the index show what it has so far.
        Waiting.until("the index is complete", BUILD_PATIENCE, () -> root.get("admin/figures")
                .expect(200)
                .at("/search/state")
                .asText()
                .equals("ready"));
        MatchResult told = told(bed, messages);
        double seconds = Long.parseLong(told.group(2)) / 1e3;
        bed.record(figures(bed, 1, "build", messages)
                .with("build_s", seconds)
                .with("built_per_s", Long.parseLong(told.group(1)) / seconds)
                .with("heap_mb", bed.machine().heapMb())
                .line());
    }

    /** How long it took, as the server's log says. */
    private static MatchResult told(Bed bed, int messages) {
        List<MatchResult> found = new ArrayList<>();
        Waiting.until("the server has told how long it took", LOG_PATIENCE, () -> BUILT.matcher(
                        bed.target().log())
                .results()
                .filter(told -> Long.parseLong(told.group(1)) >= messages)
                .anyMatch(found::add));
        return found.get(0);
    }

    private static Figures figures(Bed bed, int repetition, String what, int messages) {
        return new Figures(bed.settings(), "S", repetition, AskingClients.COUNT, ROOMS)
                .with("what", what)
                .with("messages", messages);
    }

    private static void asked(Bed bed, List<Person> people, List<String> rooms, Chatter chatter, int messages) {
        Instant recently = Instant.now().minus((long) FILTER_DAYS, ChronoUnit.DAYS);
        List<String> filters =
                List.of("room=" + rooms.get(0), "from=" + people.get(2).name(), "after=" + recently, "has=link");
        AskingClients asking = new AskingClients(bed, people, "S", ROOMS);
        SplittableRandom random = new SplittableRandom(SEED);
        List<SearchQuery> all = List.of(SearchQuery.values());
        List<String> mixed = queries(all, chatter, messages, random, filters);
        asking.measured("all kinds", bed.settings().warm(), bed.settings().repetitions(), calls(bed, mixed));
        for (SearchQuery kind : all) {
            people.forEach(Person::refresh);
            List<String> alone = queries(List.of(kind), chatter, messages, random, filters);
            asking.measured(kind.name().toLowerCase(), 1, 1, calls(bed, alone));
        }
    }

    private static List<String> queries(
            List<SearchQuery> kinds, Chatter chatter, int messages, SplittableRandom random, List<String> filters) {
        return IntStream.range(0, QUERIES)
                .mapToObj(i -> kinds.get(i % kinds.size()).parameters(chatter, messages, random, filters))
                .toList();
    }

    /** Each client begins at another one of the queries. */
    private static AskingClients.Calls calls(Bed bed, List<String> queries) {
        String path = bed.base().getPath() + "api/search?";
        return (client, token) -> {
            List<byte[]> requests = queries.stream()
                    .map(query -> HttpCall.get(bed.base().getAuthority(), path + query, token)
                            .get())
                    .toList();
            return new Supplier<>() {
                private int next = client * QUERIES / AskingClients.COUNT;

                @Override
                public byte[] get() {
                    return requests.get(next++ % QUERIES);
                }
            };
        };
    }

    private static void found(Bed bed, Person person, String room) {
        Times times = new Times();
        person.join(room);
        for (int i = 0; i < NEW_MESSAGES; i++) {
            String word = "word" + bed.tag() + "x" + i + "x";
            long sent = System.nanoTime();
            person.post(room, "a new " + word);
            while (person.get("search?q=" + word).expect(200).path("hits").isEmpty()) {
                LockSupport.parkNanos(NAP_NANOS);
            }
            times.add(System.nanoTime() - sent);
        }
        bed.record(figures(bed, 1, "sent and found", bed.settings().searchMessages())
                .with("ack_ms", times)
                .line());
    }

    /** When all merges are over. */
    private static void size(Bed bed, int messages) {
        bed.record(figures(bed, 1, "index", messages)
                .with("index_mb", octets(bed.target().index()) / MB)
                .line());
    }

    private static long octets(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
