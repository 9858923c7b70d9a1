package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.websocket.SendResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.parley.accounts.Caller;
import org.parley.messages.Heads;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.rooms.Conversations;
import org.parley.rooms.Visit;

/** A socket that catches up on all its conversations. */
class RoundTest {
    private static final int CONVERSATIONS = 120;

    private final List<String> sent = new ArrayList<>();
    private final Connection connection = new Connection(
            new Caller(50, "bob", "Bob", false, UUID.randomUUID(), "192.0.2.1"),
            true,
            new StubRemote((frame, end) -> {
                sent.add(frame.text());
                end.onResult(new SendResult());
            }),
            Runnable::run,
            Runnable::run,
            closed -> {});
    /** What those who look up, and the feeds, have to do. */
    private final Queue<Runnable> tasks = new ArrayDeque<>();

    private final List<Integer> lookedUp = new ArrayList<>();
    private final List<Subscription> begun = new ArrayList<>();
    private boolean failing;
    private final Conversing conversing = conversing();

    @Test
    void one_is_under_way_at_a_time_and_the_next_may_come_when_it_is_done() {
        List<String> done = new ArrayList<>();
        catchUp(() -> done.add("first"));
        Refusal refusal = assertThrows(Refusal.class, () -> catchUp(() -> done.add("never")));
        assertEquals(Code.RATE_LIMITED, refusal.code());
        run();
        assertEquals(List.of("first"), done);
        catchUp(() -> done.add("second"));
        run();
        assertEquals(List.of("first", "second"), done);
    }

    @Test
    void conversations_are_looked_up_a_part_at_a_time() {
        catchUp(() -> {});
        assertEquals(List.of(50), lookedUp);
        run();
        assertEquals(List.of(50, 50, 20), lookedUp);
        assertEquals(CONVERSATIONS, begun.size());
    }

    @Test
    void after_one_that_broke_off_another_may_come() {
        catchUp(() -> {});
        tasks.remove().run();
        begun.get(0).end();
        tasks.clear();
        catchUp(() -> {});
        run();
        assertEquals(1 + CONVERSATIONS, begun.size());
    }

    @Test
    void a_failure_half_way_is_told_and_another_may_come() {
        catchUp(() -> {});
        failing = true;
        run();
        assertEquals(1, sent.size());
        assertTrue(sent.get(0).contains("\"error\""), sent.get(0));
        failing = false;
        catchUp(() -> {});
        run();
        assertEquals(50 + CONVERSATIONS, begun.size());
    }

    @Test
    void a_failure_at_the_start_is_the_answer_and_another_may_come() {
        failing = true;
        assertThrows(IllegalStateException.class, () -> catchUp(() -> {}));
        failing = false;
        catchUp(() -> {});
        assertFalse(tasks.isEmpty());
    }

    private void catchUp(Runnable done) {
        conversing.catchUp(connection, (visit, head) -> CatchingUp.Range.ofKnown(head, head), done);
    }

    private void run() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    private Conversing conversing() {
        Conversing made = new Conversing();
        made.codec = Codecs.usual();
        made.conversations = stubConversations();
        made.feeds = new Feeds() {
            @Override
            void beginAgain(Connection socket, Visit conversation, Consumer<Subscription> first) {
                tasks.add(() -> first.accept(new Subscription(socket, feed(conversation))));
            }
        };
        made.catchingUp = new CatchingUp() {
            @Override
            void begin(Subscription listener, Range range, Runnable reached) {
                begun.add(listener);
                tasks.add(reached);
            }

            @Override
            void execute(Runnable task) {
                tasks.add(task);
            }
        };
        return made;
    }

    private Conversations stubConversations() {
        return new Conversations() {
            @Override
            public List<Long> spoken(long accountId) {
                return LongStream.range(0, CONVERSATIONS).boxed().toList();
            }

            @Override
            public List<Visit> of(Caller caller, List<Long> ids) {
                if (failing) {
                    throw new IllegalStateException("no database");
                }
                lookedUp.add(ids.size());
                return ids.stream()
                        .map(id -> new Visit(caller, null, null, "peer" + id, null))
                        .toList();
            }
        };
    }

    private static RoomFeed feed(Visit conversation) {
        Heads heads = new Heads() {
            @Override
            public long of(long roomId) {
                return 0;
            }
        };
        return new RoomFeed(1, new Naming.ByRoom(conversation.peer()), 0, null, null, heads, null, Runnable::run);
    }
}
