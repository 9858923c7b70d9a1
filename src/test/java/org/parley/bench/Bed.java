package org.parley.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.parley.harness.Person;
import org.parley.harness.Waiting;

/** A server under test, the people on it, and the file for its figures. */
final class Bed {
    private static final double QUIET_LOOK_SECONDS = 0.7;
    /** CPUs that others may keep busy in what counts as quiet. */
    private static final double QUIET = 0.2;

    /** CPUs that a server with nothing to do takes at most. */
    private static final double IDLE = 0.15;

    private static final Duration IDLE_PATIENCE = Duration.ofMinutes(10);
    private static final double ENTERING_PATIENCE = 300;
    private static final double PATIENCE = 20;
    private static final double WARM_RATE = 20;

    private final Target target;
    private final Settings settings;
    private final Results results;
    private final int run = new SecureRandom().nextInt();
    private List<Person> people = List.of();

    Bed(Target target, Settings settings, Results results) {
        this.target = target;
        this.settings = settings;
        this.results = results;
    }

    Target target() {
        return target;
    }

    URI base() {
        return target.base();
    }

    Machine machine() {
        return target.machine();
    }

    Settings settings() {
        return settings;
    }

    int run() {
        return run;
    }

    /** Part of the names of all that is made on it, because some databases outlive it. */
    String tag() {
        return Integer.toUnsignedString(run, Character.MAX_RADIX);
    }

    /** At most the number of users that the usual workloads have; beyond it connections share them. */
    List<Person> people(int count) {
        int wanted = Math.min(count, settings.members());
        if (people.size() < wanted) {
            people = Registering.people(base(), tag(), wanted);
        }
        return people;
    }

    /** Nobody is inside yet. */
    Crowd crowd(int size, int rooms) {
        List<Person> users = people(size);
        List<BenchRoom> made = Registering.rooms(users.get(0), tag(), rooms).stream()
                .map(BenchRoom::new)
                .toList();
        return crowd(size, made, users);
    }

    private Crowd crowd(int size, List<? extends BenchRoom> rooms, List<Person> users) {
        return new Crowd(base(), size, rooms, users.stream().map(Person::token).toList(), run, settings.bodyLength());
    }

    /** Two people for each conversation, all of them there. */
    Crowd talkingCrowd(int conversations) {
        List<Person> users = Registering.people(base(), tag() + "p", 2 * conversations);
        List<BenchConversation> pairs = IntStream.range(0, conversations)
                .mapToObj(i -> new BenchConversation(
                        i, users.get(i).name(), users.get(i + conversations).name()))
                .toList();
        Crowd crowd = crowd(users.size(), pairs, users);
        enter(crowd, Crowd.USUAL_RUSH);
        return crowd;
    }

    Crowd enteredCrowd(int size, int rooms) {
        Crowd crowd = crowd(size, rooms);
        enter(crowd, Crowd.USUAL_RUSH);
        return crowd;
    }

    /** @return seconds until all were inside */
    double enter(Crowd crowd, int atOnce) {
        long began = System.nanoTime();
        if (!crowd.enter(atOnce, ENTERING_PATIENCE)) {
            throw new IllegalStateException(
                    "Only " + crowd.ready() + " of " + crowd.clients().size() + " came in");
        }
        return (System.nanoTime() - began) / 1e9;
    }

    void warmByFanOut(Crowd crowd) {
        if (settings.warm() > 0) {
            Window.atRate(crowd, machine(), WARM_RATE, settings.warm(), PATIENCE);
            crowd.turnsFor(2);
        }
    }

    /** On a shared machine: waits until nobody else works, but not for ever. */
    void quiet(Crowd crowd) {
        long deadline = System.nanoTime() + (long) (settings.quiet() * 1e9);
        double others = 1;
        while (others > QUIET && System.nanoTime() < deadline) {
            Sample before = machine().sample();
            crowd.turnsFor(QUIET_LOOK_SECONDS);
            others = Machine.others(before, machine().sample());
        }
    }

    /** Waits until the server has nothing to do, such as to index what was written. */
    void untilServerIdle() {
        Waiting.until("the server is idle", IDLE_PATIENCE, () -> {
            Sample before = machine().sample();
            LockSupport.parkNanos((long) (QUIET_LOOK_SECONDS * 1e9));
            return machine().sample().serverCpu(before) < IDLE * QUIET_LOOK_SECONDS;
        });
    }

    void record(ObjectNode line) {
        results.add(line);
    }
}
