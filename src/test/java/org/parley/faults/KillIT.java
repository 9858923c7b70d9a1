package org.parley.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Follower;
import org.parley.harness.Person;
import org.parley.harness.RunningServer;
import org.parley.harness.SharedServer;
import org.parley.harness.TestDatabase;

/**
 * {@code kill -9} of the server at random moments, with writers at some two hundred messages a second and listeners who
 * come back with {@code since}. A killed process is not a power cut: what the system had taken for the disk stays.
 */
@Tag("once")
class KillIT {
    private static final int KILLS = Integer.getInteger("parley.kills", 3);
    private static final int WRITERS = 4;
    private static final Duration CATCHING_UP = Duration.ofMinutes(2);

    private final RunningServer server =
            RunningServer.prepare("kills", SharedServer.folder("kills"), TestDatabase.fresh());
    private final Cast cast = new Cast(server);
    private final List<Ledger> ledgers = new ArrayList<>();
    private final List<Writer> writers = new ArrayList<>();
    private final List<Follower> followers = new ArrayList<>();
    private final List<Thread> writing = new ArrayList<>();

    @Test
    void nothing_acknowledged_is_lost_doubled_or_renumbered_however_often_the_server_is_killed() throws Exception {
        try (server) {
            server.start();
            Person ann = cast.ann();
            enter(ann, cast.unique("first"));
            enter(ann, cast.unique("second"));
            for (int kill = 1; kill <= KILLS; kill++) {
                killAndStart(kill);
                ledgers.forEach(ledger -> ledger.look(ann));
                report(kill);
                assertNoFault();
            }
            finish(ann);
        }
    }

    /** Half of the writers write by socket. The followers of a room are there from its first number. */
    private void enter(Person owner, String room) {
        owner.createRoom(room);
        Ledger ledger = new Ledger(room);
        ledgers.add(ledger);
        for (int i = 0; i < WRITERS; i++) {
            Person person = cast.register("bob-" + (char) ('a' + writers.size()));
            person.join(room);
            Writer writer = new Writer(person, ledger, i % 2 == 0);
            writers.add(writer);
            writing.add(launch(writer));
        }
        Follower follower = new Follower(cast.register("cem-" + (char) ('a' + followers.size())), room, 0);
        followers.add(follower);
        launch(follower);
    }

    private static Thread launch(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Every third time a clean end follows at once: that order, not the kill, has destroyed database files. */
    private void killAndStart(int kill) throws InterruptedException {
        Thread.sleep(ThreadLocalRandom.current().nextInt(200, 2500));
        server.kill();
        server.start();
        if (kill % 3 == 0) {
            server.stop();
            server.start();
        }
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

    private void finish(Person reader) throws InterruptedException {
        writers.forEach(Writer::stop);
        for (Thread thread : writing) {
            thread.join(CATCHING_UP.toMillis());
        }
        for (int i = 0; i < ledgers.size(); i++) {
            Ledger ledger = ledgers.get(i);
            ledger.lookAtAll(reader);
            followers.get(i).await(ledger.stored().size(), CATCHING_UP);
            assertEquals(
                    ledger.stored(), seen(followers.get(i)), "what was heard is what is stored, in the same order");
        }
        followers.forEach(Follower::stop);
        assertNoFault();
    }

    private static List<String> seen(Follower follower) {
        return follower.frames().stream()
                .map(frame -> frame.path("message").path("clientId").asText())
                .toList();
    }

    private void report(int kills) throws IOException {
        Ledger.Figures all = ledgers.stream()
                .map(Ledger::figures)
                .reduce(Ledger.Figures::plus)
                .orElseThrow();
        String line = kills + " kills on " + TestDatabase.kind() + ": " + all + System.lineSeparator();
        List<String> bare = new ArrayList<>();
        ledgers.forEach(ledger -> bare.addAll(ledger.bareFailures()));
        Files.writeString(
                Path.of("target", "kills-" + TestDatabase.kind() + ".txt"),
                line + String.join(System.lineSeparator(), bare));
        System.out.print(line);
    }
}
