package org.parley.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.parley.harness.Cast;
import org.parley.harness.Follower;
import org.parley.harness.Person;
import org.parley.harness.RunningServer;
import org.parley.harness.Waiting;

/**
 * Writers who never give up, at some hundred messages a second in each of their rooms, followers who always come back, and
 * what must be true of them in the end: every acknowledged message is stored once, under the number that was told; nothing
 * else is; the numbers have no gaps; and each follower got the log as it is stored.
 */
final class Traffic {
    private static final int WRITERS = 4;
    private static final Duration CATCHING_UP = Duration.ofMinutes(2);

    private final Cast cast;
    private final UnaryOperator<Person> way;
    private final Person owner;
    private final List<Ledger> ledgers = new ArrayList<>();
    private final List<Writer> writers = new ArrayList<>();
    private final List<Follower> followers = new ArrayList<>();
    private final List<Thread> writing = new ArrayList<>();

    /** @param way by which writers and followers reach the server */
    Traffic(RunningServer server, UnaryOperator<Person> way) {
        this.cast = new Cast(server);
        this.way = way;
        this.owner = cast.ann();
    }

    /** Traffic begins in a new room. Half of the writers write by socket. The follower is there from its first number. */
    Traffic in(String name) {
        String room = owner.createRoom(cast.unique(name));
        Ledger ledger = new Ledger(room);
        ledgers.add(ledger);
        for (int i = 0; i < WRITERS; i++) {
            Person person = cast.register("bob-" + (char) ('a' + writers.size()));
            person.join(room);
            Writer writer = new Writer(way.apply(person), ledger, i % 2 == 0);
            writers.add(writer);
            writing.add(launch(writer));
        }
        Person listener = cast.register("cem-" + (char) ('a' + followers.size()));
        Follower follower = new Follower(way.apply(listener), room, 0);
        followers.add(follower);
        launch(follower);
        return this;
    }

    private static Thread launch(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Whether somebody was told that the server cannot. */
    boolean troubled() {
        return ledgers.stream().anyMatch(ledger -> ledger.failures() > 0);
    }

    /** Every follower has heard this many messages more. */
    void flow(int messages) {
        for (Follower follower : followers) {
            long goal = follower.last() + messages;
            Waiting.until("messages flow", CATCHING_UP, () -> follower.last() >= goal);
        }
    }

    /** What was acknowledged up to now is stored. */
    void look() {
        ledgers.forEach(ledger -> ledger.look(owner));
        assertNoFault();
    }

    private void assertNoFault() {
        List<String> faults = new ArrayList<>();
        ledgers.forEach(ledger -> faults.addAll(ledger.faults()));
        followers.forEach(follower -> faults.addAll(follower.faults()));
        writers.stream().map(Writer::failure).filter(failure -> failure != null).forEach(faults::add);
        assertTrue(
                faults.isEmpty(),
                () -> faults.size() + " faults, the first: " + faults.subList(0, Math.min(5, faults.size())));
    }

    /** Everybody comes to an end: every message is acknowledged, and every follower has caught up. */
    Ledger.Figures end() throws InterruptedException {
        writers.forEach(Writer::stop);
        for (Thread thread : writing) {
            thread.join(CATCHING_UP.toMillis());
        }
        for (int i = 0; i < ledgers.size(); i++) {
            Ledger ledger = ledgers.get(i);
            ledger.lookAtAll(owner);
            followers.get(i).await(ledger.stored().size(), CATCHING_UP);
            assertEquals(
                    ledger.stored(), seen(followers.get(i)), "what was heard is what is stored, in the same order");
        }
        followers.forEach(Follower::stop);
        assertNoFault();
        Ledger.Figures figures = figures();
        assertEquals(figures.acknowledged(), figures.stored(), "whatever was sent came to be acknowledged");
        return figures;
    }

    private static List<String> seen(Follower follower) {
        return follower.frames().stream()
                .map(frame -> frame.path("message").path("clientId").asText())
                .toList();
    }

    Ledger.Figures figures() {
        return ledgers.stream()
                .map(Ledger::figures)
                .reduce(Ledger.Figures::plus)
                .orElseThrow();
    }

    /** Failures that were not the contract's own, word for word. */
    List<String> bareFailures() {
        return ledgers.stream()
                .flatMap(ledger -> ledger.bareFailures().stream())
                .toList();
    }
}
