package org.parley.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.parley.accounts.Caller;
import org.parley.problems.Code;
import org.parley.problems.Failures;
import org.parley.rooms.Pair;
import org.parley.rooms.Room;
import org.parley.rooms.Visit;

class PostingMessagesTest {
    private final Caller ann = new Caller(1, "ann", "Ann", false, UUID.randomUUID(), "127.0.0.1");

    @Test
    void a_change_where_nothing_was_said_is_refused_by_the_future_like_everything_else() {
        Room silent = new Room(7, new Pair(1, 2), Instant.EPOCH);
        CompletableFuture<Posted> answer =
                new PostingMessages().change(new Visit(ann, silent, null, "bob", null), null, 1, "");
        Throwable refused = assertThrows(CompletionException.class, answer::join);
        assertEquals(Code.NOT_FOUND, Failures.refusal(refused).code());
    }
}
