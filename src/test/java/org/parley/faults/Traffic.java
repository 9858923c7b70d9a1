package org.parley.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.parley.harness.Cast;
import org.parley.harness.Follower;
import org.parley.harness.Person;
import org.parley.harness.Place;
import org.parley.harness.RunningServer;
import org.parley.harness.Waiting;

/**
 * Writers who never give up, with some hundred messages a second in each room and conversation, and followers who
 * always come back. In the end every acknowledged message is stored once, under the number that was told; nothing else
 * is stored; the numbers have no gaps; and each follower received the log as it is stored.
 */
final class Traffic {
    private static final int WRITERS = 4;
    private static final Duration CATCHING_UP = Duration.ofMinutes(2);

    private final Cast cast;
    private final UnaryOperator<Person> way;
    private final List<Course> courses = new ArrayList<>();
    private final List<Writer> writers = new ArrayList<>();
    private final List<Thread> writing = new ArrayList<>();
    private int people;

    /** The traffic in one place. @param reader reads at the end what is stored */
    private record Course(Ledger ledger, Follower follower, Person reader) {}

    /** @param way how writers and followers connect to the server */
    Traffic(RunningServer server, UnaryOperator<Person> way) {
        this.cast = new Cast(server);
        this.way = way;
    }

    /**
     * Starts traffic in a new room. Half of the writers write by socket. The follower listens from the first number on.
     */
    Traffic in(String name) {
        Person owner = person("ann");
        Place room = Place.room(owner.createRoom(cast.unique(name)));
        Ledger ledger = new Ledger(room);
        for (int i = 0; i < WRITERS; i++) {
            write(member("bob", room), room, ledger, i % 2 == 0);
        }
        follow(new Course(ledger, new Follower(way.apply(member("cem", room)), room, 0), owner));
        return this;
    }

    /** Starts traffic between two people in private, each with one device that writes by socket and one by REST. */
    Traffic inPrivate() {
        Person ann = person("ann");
        Person bob = person("bob");
        Ledger ledger = new Ledger(Place.with(bob));
        for (int i = 0; i < WRITERS; i++) {
            boolean anns = i < WRITERS / 2;
            write((anns ? ann : bob).elsewhere(), Place.with(anns ? bob : ann), ledger, i % 2 == 0);
        }
        follow(new Course(ledger, new Follower(way.apply(bob.elsewhere()), Place.with(ann), 0), ann));
        return this;
    }

    private Person person(String name) {
        people++;
        return cast.register(name + "-" + people);
    }

    private Person member(String name, Place room) {
        Person person = person(name);
        person.join(room.name());
        return person;
    }

    private void write(Person person, Place place, Ledger ledger, boolean bySocket) {
        Writer writer = new Writer(way.apply(person), place, ledger, bySocket);
        writers.add(writer);
        writing.add(launch(writer));
    }

    private void follow(Course course) {
        courses.add(course);
        launch(course.follower());
    }

    private static Thread launch(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Whether a writer was told that the server cannot store a message now. */
    boolean troubled() {
        return ledgers().anyMatch(ledger -> ledger.failures() > 0);
    }

    /** Waits until every follower has received this many more messages. */
    void flow(int messages) {
        for (Course course : courses) {
            long goal = course.follower().last() + messages;
            Waiting.until("messages flow", CATCHING_UP, () -> course.follower().last() >= goal);
        }
    }

    /** A person with an intact connection posts this many messages in each place. */
    void speak(int messages) {
        for (Course course : courses) {
            Place place = course.ledger().place();
            for (int i = 0; i < messages; i++) {
                Draft draft = Draft.at(place, "said beside the wire");
                course.ledger().sends(draft);
                JsonNode stored = course.reader()
                        .post(place.path() + "/messages", draft.json())
                        .expect(201);
                course.ledger().acknowledge(draft, stored.path("seq").asLong());
            }
        }
    }

    /** Checks that everything acknowledged up to now is stored. */
    void look() {
        courses.forEach(course -> course.ledger().look(course.reader()));
        assertNoFault();
    }

    private void assertNoFault() {
        List<String> faults = new ArrayList<>();
        for (Course course : courses) {
            faults.addAll(course.ledger().faults());
            faults.addAll(course.follower().faults());
        }
        writers.stream().map(Writer::failure).filter(failure -> failure != null).forEach(faults::add);
        assertTrue(
                faults.isEmpty(),
                () -> faults.size() + " faults, the first: " + faults.subList(0, Math.min(5, faults.size())));
    }

    /** Stops all writers: every message is acknowledged, and every follower has caught up. */
    Ledger.Figures end() throws InterruptedException {
        writers.forEach(Writer::stop);
        for (Thread thread : writing) {
            thread.join(CATCHING_UP.toMillis());
        }
        for (Course course : courses) {
            course.ledger().lookAtAll(course.reader());
            List<String> stored = course.ledger().stored();
            course.follower().await(stored.size(), CATCHING_UP);
            assertEquals(stored, seen(course.follower()), "what was heard is what is stored, in the same order");
            course.follower().stop();
        }
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

    private Stream<Ledger> ledgers() {
        return courses.stream().map(Course::ledger);
    }

    Ledger.Figures figures() {
        return ledgers().map(Ledger::figures).reduce(Ledger.Figures::plus).orElseThrow();
    }

    /** The full text of failures that are not the contract's own. */
    List<String> bareFailures() {
        return ledgers().flatMap(ledger -> ledger.bareFailures().stream()).toList();
    }
}
