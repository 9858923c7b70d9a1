package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.parley.accounts.Caller;
import org.parley.messages.Heads;
import org.parley.messages.Log;
import org.parley.messages.Logged;
import org.parley.messages.LoggedMessage;
import org.parley.messages.Said;
import org.parley.rooms.Door;
import org.parley.rooms.Visit;
import org.parley.system.Threads;

/** How much waits for readers who catch up on long messages, and that they receive all of it. */
class CatchingUpPagesTest {
    private static final int LONGEST = 8000;
    private static final int PAGE_OCTETS = 1 << 18;
    /** A page, its last message, and what stands around messages. */
    private static final int MOST_OCTETS = PAGE_OCTETS + 5 * LONGEST;

    private final LaterTasks tasks = new LaterTasks();
    private final List<String> sent = new ArrayList<>();
    private final Queue<SendHandler> inFlight = new ArrayDeque<>();
    private final List<Long> rowsRead = new ArrayList<>();
    private final CatchingUp catchingUp = catchingUp();
    private final Connection connection = new Connection(
            new Caller(50, "bob", "Bob", false, UUID.randomUUID(), "192.0.2.1"),
            false,
            new StubRemote(this::write),
            Runnable::run,
            Runnable::run,
            closed -> {});
    private boolean caughtUp;

    @Test
    void a_page_of_long_messages_is_short_and_no_message_is_missed() throws Exception {
        begin(1, 200);
        tasks.run();
        assertTrue(octetsOfThePage() <= MOST_OCTETS, "a page has " + octetsOfThePage());
        landAll();
        assertTrue(caughtUp);
        assertEquals(LongStream.rangeClosed(1, 200).boxed().toList(), numbers());
        assertTrue(rowsRead.stream().mapToLong(rows -> rows).sum() < 3 * 200, "of long messages few are read twice");
    }

    @Test
    void a_socket_holds_a_page_of_one_log_at_a_time_however_many_it_catches_up() throws Exception {
        for (int room = 1; room <= 20; room++) {
            begin(room, 40);
        }
        tasks.run();
        assertTrue(octetsOfThePage() <= MOST_OCTETS, "the pages have " + octetsOfThePage());
        landAll();
        assertEquals(20 * 40, numbers().size());
    }

    private void begin(long room, long head) {
        RoomFeed feed = new RoomFeed(
                room, new Naming.ByRoom("room" + room), head, Codecs.usual(), null, null, new RoomNews(), tasks);
        Subscription listener = new Subscription(connection, feed);
        feed.execute(() -> {
            feed.enter(null, listener);
            catchingUp.begin(listener, CatchingUp.Range.ofKnown(0, head), () -> caughtUp = true);
        });
    }

    /** Lands all that is in flight or waits now, and nothing that is asked for when it has left. */
    private int octetsOfThePage() {
        int pieces = sent.size();
        while (connection.outbox().holdsPage()) {
            inFlight.remove().onResult(new SendResult());
        }
        assertFalse(sent.isEmpty());
        assertEquals(1, inFlight.size(), "the last piece of the page");
        assertTrue(sent.size() >= pieces);
        return sent.stream().mapToInt(String::length).sum();
    }

    private void landAll() {
        while (!inFlight.isEmpty()) {
            inFlight.remove().onResult(new SendResult());
            tasks.run();
        }
    }

    private List<Long> numbers() throws Exception {
        List<Long> numbers = new ArrayList<>();
        for (String frame : sent) {
            for (var event : Codecs.usual().json.readTree(frame.startsWith("[") ? frame : "[" + frame + "]")) {
                if (event.has("message")) {
                    numbers.add(event.path("seq").asLong());
                }
            }
        }
        return numbers;
    }

    private void write(Encoded frame, SendHandler end) {
        sent.add(frame.text());
        inFlight.add(end);
    }

    private CatchingUp catchingUp() {
        CatchingUp made = new CatchingUp();
        made.codec = Codecs.usual();
        made.log = new Log() {
            @Override
            public List<Logged> range(long roomId, long first, long last) {
                rowsRead.add(last - first + 1);
                return LongStream.rangeClosed(first, last)
                        .<Logged>mapToObj(seq -> message(roomId, seq))
                        .toList();
            }
        };
        made.heads = new Heads() {
            @Override
            public long of(long roomId) {
                throw new AssertionError("nothing was said meanwhile");
            }
        };
        made.door = new Door() {
            @Override
            public Visit read(Caller caller, long roomId) {
                return null;
            }
        };
        made.threads = new Threads() {
            @Override
            public ExecutorService pool(String name, int size) {
                return tasks;
            }
        };
        made.start(null);
        return made;
    }

    private static LoggedMessage message(long roomId, long seq) {
        return Said.message(roomId, seq, "x".repeat(LONGEST));
    }
}
