package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final List<String> sent = new ArrayList<>();
    private final Queue<SendHandler> inFlight = new ArrayDeque<>();
    private final Queue<Runnable> handedOver = new ArrayDeque<>();
    private final List<CloseReason> closed = new ArrayList<>();
    private boolean atOnce;
    private final Outbox outbox = new Outbox(this::write, handedOver::add, closed::add);

    @Test
    void one_send_is_in_flight_and_what_waits_is_joined() {
        add("a", "b", "c");
        assertEquals(List.of("a"), sent);
        land();
        assertEquals(List.of("a", "[b,c]"), sent);
        land();
        assertEquals(2, sent.size());
    }

    @Test
    void what_was_added_before_the_first_drain_goes_as_one() {
        outbox.add(frame("a"));
        outbox.add(Encoded.joined(List.of(frame("b"), frame("c"))));
        outbox.drain();
        assertEquals(List.of("[a,b,c]"), sent);
    }

    @Test
    void a_container_that_ends_sends_within_the_call_is_gone_on_with_at_once() {
        atOnce = true;
        add("a", "b");
        outbox.add(frame("c"));
        outbox.drain();
        assertEquals(List.of("a", "b", "c"), sent);
        assertTrue(handedOver.isEmpty());
    }

    @Test
    void the_end_of_a_send_is_told_under_a_lock_of_the_container_and_only_handed_over() {
        add("a", "b");
        inFlight.remove().onResult(new SendResult());
        assertEquals(List.of("a"), sent, "nothing is sent from within");
        handedOver.remove().run();
        assertEquals(List.of("a", "b"), sent);
    }

    @Test
    void a_thread_that_drained_before_may_tell_the_end() {
        add("a");
        land();
        add("b", "c");
        land();
        assertEquals(List.of("a", "b", "c"), sent);
    }

    @Test
    void frames_are_joined_up_to_a_length_that_a_slow_reader_takes() {
        String long1 = "x".repeat(10_000);
        add("a", long1, long1, "b");
        land();
        assertEquals(long1, sent.get(1));
        land();
        assertEquals("[" + long1 + ",b]", sent.get(2));
    }

    @Test
    void a_page_is_sent_in_pieces_and_never_overflows() {
        List<Encoded> page =
                IntStream.range(0, 2000).mapToObj(i -> frame("x".repeat(1000))).toList();
        outbox.addPage(page);
        outbox.drain();
        assertTrue(sent.get(0).length() < 17_000);
        add("live");
        assertTrue(closed.isEmpty());
        while (!inFlight.isEmpty()) {
            land();
        }
        assertTrue(sent.get(sent.size() - 1).endsWith(",live]")
                || sent.get(sent.size() - 1).equals("live"));
    }

    @Test
    void a_reader_that_does_not_keep_up_is_cut_off_by_number() {
        add("in flight");
        for (int i = 0; i < 256; i++) {
            outbox.add(frame("x"));
        }
        assertTrue(closed.isEmpty());
        outbox.add(frame("one more"));
        assertEquals(List.of(CloseReasons.TOO_SLOW), closed);
    }

    @Test
    void a_reader_that_does_not_keep_up_is_cut_off_by_length() {
        add("in flight");
        outbox.add(frame("x".repeat(3 << 20)));
        assertTrue(closed.isEmpty(), "a single frame, however long, finds who keeps up with nothing waiting");
        outbox.add(frame("one more"));
        assertEquals(List.of(CloseReasons.TOO_SLOW), closed);
    }

    @Test
    void what_has_left_makes_room() {
        for (int round = 0; round < 10; round++) {
            for (int i = 0; i < 200; i++) {
                outbox.add(frame("x".repeat(100)));
            }
            outbox.drain();
            while (!inFlight.isEmpty()) {
                land();
            }
        }
        assertTrue(closed.isEmpty());
    }

    @Test
    void hints_are_dropped_before_anybody_is_cut_off() {
        add("in flight");
        for (int i = 0; i < 1000; i++) {
            outbox.addEphemeral(frame("x"));
        }
        assertTrue(closed.isEmpty());
        land();
        assertEquals(32, sent.get(1).split(",").length);
    }

    @Test
    void one_is_called_back_when_all_has_left_and_at_once_if_nothing_waits() {
        List<String> calls = new ArrayList<>();
        outbox.whenEmpty("first", () -> calls.add("at once"));
        add("a", "b");
        outbox.whenEmpty("second", () -> calls.add("later"));
        land();
        assertEquals(List.of("at once"), calls);
        land();
        assertEquals(List.of("at once", "later"), calls);
    }

    @Test
    void a_person_who_waits_no_more_is_forgotten_and_waits_once_at_most() {
        List<String> calls = new ArrayList<>();
        add("a");
        for (int i = 0; i < 3; i++) {
            outbox.whenEmpty("one", () -> calls.add("one"));
        }
        outbox.whenEmpty("other", () -> calls.add("other"));
        outbox.forget("other");
        outbox.forget("nobody");
        land();
        assertEquals(List.of("one"), calls);
    }

    @Test
    void it_holds_a_page_until_the_last_piece_is_on_its_way() {
        assertFalse(outbox.holdsPage());
        add("in flight");
        outbox.addPage(List.of(frame("x".repeat(10_000)), frame("y".repeat(10_000))));
        outbox.add(frame("live"));
        assertTrue(outbox.holdsPage());
        land();
        assertTrue(outbox.holdsPage());
        land();
        assertFalse(outbox.holdsPage());
    }

    @Test
    void a_failed_send_closes() {
        add("a");
        inFlight.remove().onResult(new SendResult(new IllegalStateException("gone")));
        assertFalse(closed.isEmpty());
    }

    @Test
    void after_the_close_nothing_is_sent_and_nobody_called_back() {
        List<String> calls = new ArrayList<>();
        add("a", "b");
        outbox.whenEmpty("third", () -> calls.add("never"));
        outbox.close();
        land();
        add("c");
        outbox.addPage(List.of(frame("d")));
        outbox.drain();
        assertEquals(List.of("a"), sent);
        assertTrue(calls.isEmpty());
    }

    private void add(String... texts) {
        for (String text : texts) {
            outbox.add(frame(text));
            outbox.drain();
        }
    }

    /** The container tells that what is in flight has left, and what was handed over is done. */
    private void land() {
        inFlight.remove().onResult(new SendResult());
        while (!handedOver.isEmpty()) {
            handedOver.remove().run();
        }
    }

    private void write(Encoded frame, SendHandler end) {
        sent.add(frame.text());
        if (atOnce) {
            end.onResult(new SendResult());
        } else {
            inFlight.add(end);
        }
    }

    private static Encoded frame(String text) {
        return Encoded.one("test", text.getBytes(StandardCharsets.UTF_8));
    }
}
