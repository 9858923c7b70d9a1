package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.accounts.Caller;
import org.parley.messages.LoggedMessage;
import org.parley.messages.Said;

/** A message reaches its sender's socket from the log and from its future, in either order. */
class SubscriptionTest {
    private static final long ROOM = 1;
    private static final long ANN = 7;
    private static final long BOB = 8;
    private static final Encoded FRAME = Encoded.one("test", "the message".getBytes(StandardCharsets.UTF_8));

    private final Connection connection = new Connection(
            new Caller(ANN, "ann", "Ann", false, UUID.randomUUID(), "127.0.0.1"),
            false,
            new StubRemote(new StubWriter(true)),
            Runnable::run,
            Runnable::run,
            closed -> {});
    private final Subscription listener = new Subscription(
            connection, new RoomFeed(ROOM, new Naming.ByRoom("tea"), 0, null, null, null, null, Runnable::run));
    private final UUID id = UUID.randomUUID();
    private final Unanswered.Sent sent = new Unanswered.Sent("ref");

    @Test
    void what_another_says_comes_as_a_message() {
        asked();
        assertSame(FRAME, give(1, BOB, id));
        assertTrue(listener.answer(id, sent, 2), "the request waits still");
    }

    @Test
    void what_the_server_says_comes_as_a_message() {
        assertSame(FRAME, give(1, ANN, null));
    }

    @Test
    void what_its_user_says_elsewhere_comes_as_a_message() {
        assertSame(FRAME, give(1, ANN, id));
    }

    @Test
    void the_log_answers_if_it_comes_first() {
        asked();
        assertEquals("answer to ref", give(1, ANN, id).text());
        assertFalse(listener.answer(id, sent, 1), "it was answered");
    }

    @Test
    void the_log_gives_nothing_if_the_answer_came_first() {
        asked();
        assertTrue(listener.answer(id, sent, 1));
        assertNull(give(1, ANN, id));
    }

    @Test
    void a_repeat_of_what_the_socket_has_is_answered_and_nothing_is_left_out_for_it() {
        asked();
        listener.position(5);
        assertTrue(listener.answer(id, sent, 5));
        assertSame(FRAME, give(6, ANN, UUID.randomUUID()));
        // As when the socket begins the room anew from an earlier number.
        assertSame(FRAME, give(5, ANN, id));
    }

    @Test
    void a_repeat_on_its_way_is_answered_beside_the_message() {
        asked();
        Unanswered.Sent repeat = new Unanswered.Sent("again");
        connection.unanswered().add(ROOM, id, repeat);
        assertEquals("answer to ref", give(1, ANN, id).text());
        listener.position(1);
        assertFalse(listener.answer(id, sent, 1));
        assertTrue(listener.answer(id, repeat, 1));
    }

    @Test
    void it_ends_with_its_connection() {
        assertFalse(listener.ended());
        connection.close(CloseReasons.GOING_AWAY);
        assertTrue(listener.ended());
    }

    @Test
    void marks_that_came_by_this_socket_are_known_to_it() {
        listener.marked(0, 4);
        assertTrue(listener.knows(4, 4), "what was read was delivered");
        assertFalse(listener.knows(5, 4));
        listener.marked(6, 0);
        listener.marked(2, 2);
        assertTrue(listener.knows(6, 4));
        assertFalse(listener.knows(6, 5));
        listener.unmarked();
        assertFalse(listener.knows(1, 0));
    }

    private void asked() {
        connection.unanswered().add(ROOM, id, sent);
    }

    private Encoded give(long seq, long sender, UUID clientId) {
        LoggedMessage message = Said.message(ROOM, seq, sender, clientId, "hello");
        return listener.give(
                message,
                FRAME,
                request -> Encoded.one("test", ("answer to " + request.ref()).getBytes(StandardCharsets.UTF_8)));
    }
}
