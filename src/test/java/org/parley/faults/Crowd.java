package org.parley.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;
import org.parley.harness.Waiting;
import org.parley.harness.Wire;

/** Many sockets of some people in one room; each knows which numbers it was given. */
final class Crowd implements AutoCloseable {
    private static final int PEOPLE = 20;
    private static final int HANDS = 48;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String room;
    private final int size;
    private final List<Person> people = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private final ExecutorService hands = Executors.newFixedThreadPool(HANDS);

    Crowd(Cast cast, String room, int size) {
        this.room = room;
        this.size = size;
        for (int i = 0; i < PEOPLE; i++) {
            Person person = cast.register("dora-" + (char) ('a' + i));
            person.join(room);
            people.add(person);
        }
    }

    /** One socket, and its place in the room. */
    private final class Member {
        private final Person person;
        private final List<Long> numbers = new ArrayList<>();
        private LiveSocket socket;

        Member(Person person) {
            this.person = person;
        }

        /** @return whether it is there, and had nothing to wait for but the log */
        boolean come(long upTo) {
            socket = person.socket();
            socket.send(Json.of("type", "join_room", "room", room, "since", numbers.size()));
            take(upTo, "caught_up");
            return true;
        }

        void take(long upTo, String end) {
            JsonNode last = socket.await(end, frame -> {
                if (frame.has("message")) {
                    numbers.add(frame.path("seq").asLong());
                }
                return frame.path("type").asText().equals(end)
                        && frame.path("seq").asLong() == upTo;
            });
            assertEquals(upTo, last.path("seq").asLong());
            assertEquals(LongStream.rangeClosed(1, upTo).boxed().toList(), numbers, "each once, and in order");
        }
    }

    /** All enter by this wire. */
    void come(Wire wire) throws Exception {
        for (int i = 0; i < size; i++) {
            members.add(new Member(people.get(i % PEOPLE).by(wire)));
        }
        each(member -> member.come(0));
    }

    /** All have been given everything up to this number, live. */
    void awaitAll(long seq) throws Exception {
        each(member -> {
            member.take(seq, "new_message");
            return true;
        });
    }

    void awaitGone() {
        Waiting.until("all are cut off", PATIENCE, () -> members.stream().noneMatch(member -> member.socket.open()));
    }

    /** All come back, at the first try, and are given what they missed. */
    void comeBack(long head) throws Exception {
        long began = System.nanoTime();
        each(member -> member.come(head));
        Measured.print(size + " were back and had all", began);
    }

    private interface Deed {
        boolean of(Member member);
    }

    private void each(Deed deed) throws Exception {
        List<Callable<Boolean>> deeds = new ArrayList<>();
        members.forEach(member -> deeds.add(() -> deed.of(member)));
        for (Future<Boolean> done : hands.invokeAll(deeds, PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            done.get();
        }
    }

    @Override
    public void close() {
        hands.shutdownNow();
        members.stream()
                .map(member -> member.socket)
                .filter(socket -> socket != null)
                .forEach(LiveSocket::close);
    }
}
