package org.parley.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.parley.harness.Cast;
import org.parley.harness.LiveSocket;
import org.parley.harness.Many;
import org.parley.harness.Person;
import org.parley.harness.Place;
import org.parley.harness.Waiting;
import org.parley.harness.Wire;

/**
 * Many clients of several people. All people are in one room, and its owner also writes to each in private. Each client
 * has two sockets, like the page, and remembers the numbers that it received.
 */
final class Crowd implements AutoCloseable {
    private static final int PEOPLE = 20;
    private static final int HANDS = 48;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Person writer;
    private final String room;
    private final int size;
    private final List<Person> people = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private final ExecutorService hands = Executors.newFixedThreadPool(HANDS);
    private int said;
    private int whispered;

    Crowd(Cast cast, int size) {
        this.writer = cast.ann();
        this.room = writer.createRoom(cast.unique("tea"));
        this.size = size;
        for (int i = 0; i < PEOPLE; i++) {
            Person person = cast.register("dora-" + (char) ('a' + i));
            person.join(room);
            people.add(person);
        }
    }

    /** One client, and the numbers that it has received. */
    private final class Member {
        private final Person person;
        private final List<Long> numbers = new ArrayList<>();
        private final List<Long> whispers = new ArrayList<>();
        private LiveSocket socket;
        private LiveSocket personal;

        Member(Person person) {
            this.person = person;
        }

        void come() {
            socket = person.socket();
            Place.room(room).listen(socket, numbers.size());
            take(socket, numbers, said, "caught_up");
            personal = person.privateSocket();
            Place.with(writer).listen(personal, whispers.size());
            take(personal, whispers, whispered, "done");
        }

        void hear() {
            take(socket, numbers, said, "new_message");
            take(personal, whispers, whispered, "private_message");
        }

        /** Takes everything up to a number; it waits for nothing else. */
        private void take(LiveSocket from, List<Long> taken, long upTo, String end) {
            from.await(end, frame -> {
                if (frame.has("message")) {
                    taken.add(frame.path("seq").asLong());
                }
                return frame.path("type").asText().equals(end)
                        && frame.path("seq").asLong(upTo) == upTo;
            });
            assertEquals(LongStream.rangeClosed(1, upTo).boxed().toList(), taken, "each once, and in order");
        }

        boolean gone() {
            return !socket.open() && !personal.open();
        }

        void close() {
            for (LiveSocket open : new LiveSocket[] {socket, personal}) {
                if (open != null) {
                    open.close();
                }
            }
        }
    }

    /** The owner posts in the room, and to each person in private. */
    void speak(int messages, int privately) {
        Many.say(writer, room, messages);
        said += messages;
        for (Person person : people) {
            for (int i = 0; i < privately; i++) {
                writer.write(person, "psst");
            }
        }
        whispered += privately;
    }

    /** All clients connect by this wire. */
    void come(Wire wire) throws Exception {
        for (int i = 0; i < size; i++) {
            members.add(new Member(people.get(i % PEOPLE).by(wire)));
        }
        each(Member::come);
    }

    /** Waits until all clients have received everything live. */
    void awaitAll() throws Exception {
        each(Member::hear);
    }

    void awaitGone() {
        Waiting.until("all are cut off", PATIENCE, () -> members.stream().allMatch(Member::gone));
    }

    /** All clients reconnect, at the first try, and receive what they missed. */
    void comeBack() throws Exception {
        long began = System.nanoTime();
        each(Member::come);
        Measured.print(size + " were back and had all", began);
    }

    private void each(Consumer<Member> deed) throws Exception {
        List<Callable<Object>> deeds = new ArrayList<>();
        members.forEach(member -> deeds.add(Executors.callable(() -> deed.accept(member))));
        for (Future<Object> done : hands.invokeAll(deeds, PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            done.get();
        }
    }

    @Override
    public void close() {
        hands.shutdownNow();
        members.forEach(Member::close);
    }
}
