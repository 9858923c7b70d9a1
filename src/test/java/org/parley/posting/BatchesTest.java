package org.parley.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.accounts.Caller;

/** The retry of a failed batch in pieces; the test decides the result of each attempt. */
class BatchesTest {
    private static final Caller ANN = caller(1, "ann");
    private static final Caller BOB = caller(2, "bob");
    private static final int DEADLOCK = 40001;

    private final Batches batches = new Batches();
    private final List<String> attempts = new ArrayList<>();
    private Consumer<Attempt> course = attempt -> {};

    @BeforeEach
    void prepare() {
        batches.committing = new CommittingMessages() {
            @Override
            void commit(Attempt attempt) {
                attempts.add(rooms(attempt.roomIds()) + ":" + attempt.postings().size());
                course.accept(attempt);
                attempt.completed();
            }
        };
    }

    @Test
    void a_batch_that_succeeds_is_committed_whole() {
        List<Posting> batch = List.of(posting(ANN, 7), posting(BOB, 8));
        assertEquals(Batches.Outcome.empty(), batches.settle(batch, false));
        assertEquals(List.of("7 8:2"), attempts);
        assertEquals("stored stored", answers(batch));
    }

    @Test
    void a_refused_statement_is_tried_room_by_room_and_then_one_by_one() {
        List<Posting> batch = List.of(posting(ANN, 7), posting(BOB, 7), posting(BOB, 8));
        course = attempt -> failIf(attempt.postings().contains(batch.get(0)), DEADLOCK);
        batches.settle(batch, false);
        assertEquals(List.of("7 8:3", "7:2", "7:1", "7:1", "8:1"), attempts);
        assertEquals("refused stored stored", answers(batch));
    }

    @Test
    void an_error_by_one_message_takes_no_others_with_it() {
        List<Posting> batch = List.of(posting(ANN, 7), posting(BOB, 7), posting(BOB, 8));
        course = attempt -> {
            if (attempt.postings().contains(batch.get(0))) {
                throw new StackOverflowError();
            }
        };
        batches.settle(batch, false);
        assertEquals("refused stored stored", answers(batch));
    }

    @Test
    void what_fails_alone_takes_its_senders_later_ones_with_it() {
        List<Posting> batch = List.of(posting(ANN, 7), posting(BOB, 7), posting(ANN, 7));
        course = attempt -> failIf(attempt.postings().contains(batch.get(0)), DEADLOCK);
        batches.settle(batch, false);
        assertEquals(List.of("7:3", "7:1", "7:1"), attempts);
        assertEquals("refused stored refused", answers(batch));
    }

    @Test
    void a_database_out_of_reach_is_not_asked_again() {
        List<Posting> batch = List.of(posting(ANN, 7), posting(BOB, 8));
        course = attempt -> failIf(true, 0);
        assertEquals(Batches.Outcome.empty(), batches.settle(batch, false));
        assertEquals(List.of("7 8:2"), attempts);
        assertEquals("refused refused", answers(batch));
    }

    @Test
    void a_room_that_is_locked_is_left_over_untold() {
        List<Posting> batch = List.of(posting(ANN, 7), posting(BOB, 8));
        course = attempt -> attempt.skip(8);
        Batches.Outcome outcome = batches.settle(batch, false);
        assertEquals(List.of(batch.get(1)), outcome.leftOver());
        assertEquals("stored waiting", answers(batch));
    }

    @Test
    void once_a_room_is_left_over_the_rest_of_its_messages_keep_their_order() {
        List<Posting> batch = List.of(posting(ANN, 7), posting(BOB, 7), posting(ANN, 7));
        course = attempt -> {
            failIf(attempt.postings().size() == 3, DEADLOCK);
            if (attempt.postings().contains(batch.get(1))) {
                attempt.skip(7);
            }
        };
        Batches.Outcome outcome = batches.settle(batch, false);
        assertEquals(List.of(batch.get(1), batch.get(2)), outcome.leftOver());
        assertEquals("stored waiting waiting", answers(batch));
    }

    @Test
    void after_a_commit_of_unknown_outcome_only_the_rooms_that_it_wrote_to_are_looked_at() {
        List<Posting> batch = List.of(posting(ANN, 7), posting(BOB, 8));
        course = attempt -> {
            attempt.skip(8);
            attempt.completed();
            failIf(true, DEADLOCK);
        };
        Batches.Outcome outcome = batches.settle(batch, false);
        assertEquals(Set.of(7L), outcome.unsure());
        assertEquals(List.of(batch.get(1)), outcome.leftOver());
        assertEquals(List.of("7 8:2"), attempts);
        assertEquals("refused waiting", answers(batch));
    }

    @Test
    void what_was_answered_before_is_not_committed() {
        List<Posting> batch = List.of(posting(ANN, 7), posting(BOB, 7));
        batch.get(0).answer().cancel(false);
        batches.settle(batch, false);
        assertEquals(List.of("7:1"), attempts);
        assertFalse(batch.get(1).answer().isCompletedExceptionally());
        assertEquals(Batches.Outcome.empty(), batches.settle(batch, false));
        assertEquals(1, attempts.size());
        assertTrue(batch.get(1).answered());
    }

    /** @param code the database's error code; 0 if it cannot be reached */
    private static void failIf(boolean fails, int code) {
        if (fails) {
            throw new IllegalStateException(new SQLException("for a test", "", code));
        }
    }

    private static String answers(List<Posting> batch) {
        return batch.stream().map(BatchesTest::answer).collect(Collectors.joining(" "));
    }

    private static String answer(Posting posting) {
        if (!posting.answered()) {
            return "waiting";
        }
        return posting.answer().isCompletedExceptionally() ? "refused" : "stored";
    }

    private static String rooms(Set<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static Posting posting(Caller sender, long roomId) {
        return new Posting(sender, roomId, null);
    }

    private static Caller caller(long id, String name) {
        return new Caller(id, name, name, false, UUID.randomUUID(), "127.0.0.1");
    }
}
