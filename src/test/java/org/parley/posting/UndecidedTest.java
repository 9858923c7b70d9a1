package org.parley.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.parley.accounts.Caller;
import org.parley.messages.LoggedMessage;
import org.parley.messages.Said;
import org.parley.problems.Refusal;

/** How the steps of a decision pass postings on, and what a repeat is told. */
class UndecidedTest {
    private static final long ROOM = 1;

    private final Caller ann = new Caller(7, "ann", "Ann", false, UUID.randomUUID(), "192.0.2.1");
    private final Posting one = posting();
    private final Posting two = posting();
    private final Posting three = posting();
    private final Undecided undecided = new Undecided(List.of(one, two, three));

    @Test
    void each_step_is_given_what_the_steps_before_have_not_settled() {
        undecided.settle(postings -> two.refused(Refusal.notFound()));
        assertEquals(List.of(one, three), undecided.left());
        undecided.settle(postings -> three.repeats(one));
        undecided.settle(postings -> assertEquals(List.of(one), postings));
        undecided.settle(postings -> one.unchanged());
        assertEquals(List.of(), undecided.left());
    }

    @Test
    void a_repeat_is_answered_with_what_became_of_the_first() {
        two.repeats(one);
        LoggedMessage message = Said.message(ROOM, 3, "hello");
        one.posted(message, false);
        one.tell();
        two.tell();
        assertEquals(new Posted(message, false), one.answer().join());
        assertEquals(new Posted(message, true), two.answer().join());
    }

    @Test
    void a_repeat_is_refused_as_the_first() {
        two.repeats(one);
        Refusal refusal = Refusal.notFound();
        one.refused(refusal);
        two.tell();
        assertSame(
                refusal,
                assertThrows(CompletionException.class, () -> two.answer().join())
                        .getCause());
    }

    @Test
    void a_new_attempt_knows_of_no_repeat() {
        two.repeats(one);
        assertTrue(two.settled());
        two.begin();
        assertFalse(two.settled());
    }

    private Posting posting() {
        return new Posting(ann, ROOM, new NewMessage(UUID.randomUUID(), "text", "hello", null, List.of()));
    }
}
