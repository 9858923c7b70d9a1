package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnansweredTest {
    private static final long ROOM = 1;
    private static final long OTHER_ROOM = 2;

    private final Unanswered unanswered = new Unanswered();
    private final UUID id = UUID.randomUUID();

    @Test
    void a_request_is_taken_once() {
        Unanswered.Sent sent = sent(ROOM, "a");
        assertEquals("a", sent.ref());
        assertSame(sent, unanswered.take(ROOM, id));
        assertNull(unanswered.take(ROOM, id));
        assertFalse(unanswered.take(ROOM, id, sent));
    }

    @Test
    void the_first_to_answer_it_has_it() {
        Unanswered.Sent sent = sent(ROOM, "a");
        assertTrue(unanswered.take(ROOM, id, sent));
        assertFalse(unanswered.take(ROOM, id, sent));
        assertNull(unanswered.take(ROOM, id));
    }

    @Test
    void repeats_of_a_message_are_requests_of_their_own_in_their_order() {
        Unanswered.Sent first = sent(ROOM, "a");
        Unanswered.Sent second = sent(ROOM, "a");
        Unanswered.Sent third = sent(ROOM, "a");
        assertTrue(unanswered.take(ROOM, id, second));
        assertSame(first, unanswered.take(ROOM, id));
        assertSame(third, unanswered.take(ROOM, id));
        assertNull(unanswered.take(ROOM, id));
    }

    @Test
    void another_room_may_have_the_same_id() {
        Unanswered.Sent here = sent(ROOM, null);
        Unanswered.Sent there = sent(OTHER_ROOM, null);
        assertFalse(unanswered.take(ROOM, id, there));
        assertSame(there, unanswered.take(OTHER_ROOM, id));
        assertSame(here, unanswered.take(ROOM, id));
    }

    @Test
    void an_id_may_be_used_again_when_all_was_answered() {
        sent(ROOM, "a");
        unanswered.take(ROOM, id);
        Unanswered.Sent again = sent(ROOM, "b");
        assertSame(again, unanswered.take(ROOM, id));
    }

    @Test
    void threads_that_take_at_once_share_the_requests_out() {
        int requests = 1000;
        IntStream.range(0, requests).forEach(i -> sent(ROOM, i));
        Set<Object> refs = ConcurrentHashMap.newKeySet();
        IntStream.range(0, requests)
                .parallel()
                .forEach(i -> assertTrue(refs.add(unanswered.take(ROOM, id).ref())));
        assertEquals(requests, refs.size());
        assertNull(unanswered.take(ROOM, id));
    }

    private Unanswered.Sent sent(long roomId, Object ref) {
        Unanswered.Sent sent = new Unanswered.Sent(ref);
        unanswered.add(roomId, id, sent);
        return sent;
    }
}
