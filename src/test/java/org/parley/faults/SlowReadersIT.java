package org.parley.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Follower;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Many;
import org.parley.harness.Person;
import org.parley.harness.Place;
import org.parley.harness.RawSocket;
import org.parley.harness.Waiting;

/**
 * Readers who are too slow, and readers who read nothing. {@code SlowReaderIT} tests what a single one of them
 * receives.
 */
@Tag("once")
class SlowReadersIT {
    private static final int DEAF = 50;
    private static final int FEW = 15;
    private static final int SMALL_BUFFER = 4096;
    private static final int SLOW = 4096;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Breakable broken = Breakable.get();
    private final Cast cast = broken.cast();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final Person cem = cast.cem();
    private final String room = ann.createRoom(cast.unique("tea"));

    @AfterEach
    void mend() {
        broken.toServer().mend();
    }

    @Test
    @Tag("thorough")
    void those_who_take_nothing_of_a_flood_are_cut_off_and_the_others_get_all_of_it() throws Exception {
        bob.join(room);
        Follower follower = new Follower(bob, Place.room(room), 0);
        Thread following = new Thread(follower);
        following.start();
        List<RawSocket> deaf = deaf(FEW);
        try {
            long heap = Measured.heap(broken.server());
            long head = flood(deaf.size());
            follower.await(head, PATIENCE);
            assertEquals(List.of(), follower.faults());
            Measured.assertFlat(heap, Measured.heap(broken.server()));
            deaf.forEach(socket -> assertTrue(Set.of(1013, 1006).contains(socket.closeCode()), "cut off"));
        } finally {
            follower.stop();
            deaf.forEach(RawSocket::close);
        }
    }

    /** A peer that reads nothing cannot learn that it was cut off; the server must forget it all the same. */
    @Test
    @Tag("long")
    void who_was_cut_off_is_forgotten_although_they_never_look() {
        assertForgotten(() -> deaf(DEAF));
    }

    @Test
    @Tag("long")
    void so_is_who_takes_nothing_of_a_stream_of_events() {
        assertForgotten(() -> IntStream.range(0, DEAF)
                .mapToObj(i -> RawSocket.asking(cem, "api/live?rooms=" + room, SMALL_BUFFER))
                .toList());
    }

    private void assertForgotten(Supplier<List<RawSocket>> deafOnes) {
        long before = Measured.openFiles(broken.server());
        List<RawSocket> deaf = deafOnes.get();
        try {
            Waiting.until("they are there", PATIENCE, () -> !presence(cem).equals("offline"));
            long began = System.nanoTime();
            flood(deaf.size());
            Waiting.until(
                    "their connections are gone, of " + Measured.openFiles(broken.server()) + " files",
                    PATIENCE,
                    () -> Measured.openFiles(broken.server()) < before + DEAF / 2);
            Measured.print("Those who were cut off are forgotten", began);
        } finally {
            deaf.forEach(RawSocket::close);
        }
    }

    private List<RawSocket> deaf(int many) {
        List<RawSocket> deaf = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            deaf.add(RawSocket.open(cem, SMALL_BUFFER));
            deaf.get(i).text(Json.of("type", "join_room", "room", room).toString());
        }
        return deaf;
    }

    /** Posts until the peers that read nothing are gone, which takes longer than filling the system's buffers. */
    private long flood(int most) {
        String body = "x".repeat(7000);
        long[] said = {0};
        long began = System.nanoTime();
        Waiting.until("the last who takes nothing is cut off", PATIENCE, () -> {
            Many.say(ann, room, 100, body);
            said[0] += 100;
            return presence(cem).equals("offline");
        });
        Measured.print(most + " who took nothing were cut off in a flood of " + said[0] + " messages", began);
        return said[0];
    }

    private String presence(Person person) {
        return ann.get("users/" + person.name()).expect(200).path("presence").asText();
    }

    @Test
    @Tag("long")
    void who_reads_4_kib_a_second_arrives_whatever_is_said_meanwhile() throws Exception {
        int missed = 2000;
        broken.toServer().narrow(SLOW);
        Many.say(ann, room, missed);
        long heap = Measured.heap(broken.server());
        long began = System.nanoTime();
        List<Long> numbers = new ArrayList<>();
        try (RawSocket slow = RawSocket.open(bob.by(broken.toServer()), SMALL_BUFFER)) {
            slow.text(Json.of("type", "join_room", "room", room, "since", 0).toString());
            Many.say(cem(), room, 500);
            while (numbers.size() < missed + 500) {
                slow.nextFrames().stream()
                        .filter(frame -> frame.has("message"))
                        .forEach(frame -> numbers.add(frame.path("seq").asLong()));
            }
        }
        assertEquals(LongStream.rangeClosed(1, missed + 500).boxed().toList(), numbers);
        Measured.print(numbers.size() + " messages at 4 KiB a second", began);
        Measured.assertFlat(heap, Measured.heap(broken.server()));
    }

    private Person cem() {
        cem.join(room);
        return cem;
    }

    @Test
    @Tag("long")
    void who_missed_fifty_thousand_is_told_of_the_gap_and_pages_through_the_rest() {
        int missed = 50_000;
        Many.say(ann, room, missed);
        try (LiveSocket socket = bob.socket()) {
            socket.send(Json.of("type", "join_room", "room", room, "since", 0));
            JsonNode gap = socket.await("gap");
            assertEquals(1, gap.path("from").asLong());
            assertEquals(missed - 200, gap.path("to").asLong());
            assertEquals(missed, socket.await("caught_up").path("seq").asLong());
        }
        long began = System.nanoTime();
        Ledger ledger = new Ledger(Place.room(room));
        ledger.read(bob);
        assertEquals(List.of(), ledger.faults());
        assertEquals(missed, ledger.stored().size());
        Measured.print("A history of " + missed + " was read in pages", began);
    }
}
