package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.accounts.Caller;
import org.parley.harness.Json;
import org.parley.messages.Heads;
import org.parley.messages.Log;
import org.parley.messages.Logged;
import org.parley.messages.LoggedMessage;
import org.parley.messages.MessagesPosted;
import org.parley.messages.Said;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.rooms.Door;
import org.parley.rooms.Visit;
import org.parley.system.Threads;

/** What a returning client receives while the room goes on; the test chooses the order of the steps. */
class CatchingUpTest {
    private static final long ROOM = 1;

    /** Of the room's strand and of those who read pages. */
    private final Queue<Runnable> tasks = new ArrayDeque<>();

    private final Queue<SendHandler> inFlight = new ArrayDeque<>();
    private final List<String> sent = new ArrayList<>();
    private final Heads heads = new Heads();
    private int reads;
    private boolean expelled;
    private final LaterTasks pool = new LaterTasks(tasks);
    private final CatchingUp catchingUp = catchingUp();
    private RoomFeed feed;
    private Connection connection;
    private Subscription listener;
    private int caughtUp;

    @Test
    void all_that_was_missed_comes_once_and_in_order_and_then_what_is_new() {
        begin(450, CatchingUp.Range.ofKnown(2, 450));
        finish();
        assertEquals(heard(numbers(3, 450), "caught_up 450"), heard());
        assertEquals(1, caughtUp);
        post(451);
        finish();
        assertEquals(heard(numbers(3, 450), "caught_up 450", "451"), heard());
    }

    @Test
    void the_next_page_is_read_when_the_last_has_left() {
        begin(450, CatchingUp.Range.ofKnown(0, 450));
        runTasks();
        assertEquals(1, reads);
        post(451);
        runTasks();
        assertEquals(1, reads);
        finish();
        assertEquals(heard(numbers(1, 450), "caught_up 450", "451"), heard());
    }

    @Test
    void whenever_something_is_said_meanwhile_it_comes_once_and_in_its_place() {
        for (boolean landFirst : new boolean[] {false, true}) {
            int step = 0;
            boolean another = true;
            while (another) {
                begin(250, CatchingUp.Range.ofKnown(0, 250));
                another = steps(step, landFirst);
                post(251);
                another &= steps(1, landFirst);
                post(252);
                finish();
                assertEquals(heard(numbers(1, 250), "caught_up 250", "251", "252"), heard(), "after step " + step);
                assertTrue(listener.live());
                step++;
            }
            assertTrue(step > 5, "there are as many steps as " + step);
        }
    }

    @Test
    void one_who_is_far_behind_is_told_of_a_gap_and_given_the_newest() {
        begin(10_001, CatchingUp.Range.ofKnown(0, 10_001));
        finish();
        assertEquals(heard(Stream.concat(Stream.of("gap 1 9801"), numbers(9802, 10_001)), "caught_up 10001"), heard());
    }

    @Test
    void one_who_knows_of_more_than_there_is_begins_anew() {
        begin(10, CatchingUp.Range.ofKnown(500, 10));
        finish();
        assertEquals(heard(Stream.concat(Stream.of("gap 1 0"), numbers(1, 10)), "caught_up 10"), heard());
    }

    @Test
    void a_client_whose_number_is_unknown_is_told_of_a_gap_up_to_the_head() {
        begin(10, CatchingUp.Range.ofUnknown(10));
        finish();
        post(11);
        finish();
        assertEquals(heard(Stream.of("gap 1 10"), "caught_up 10", "11"), heard());
    }

    @Test
    void one_who_may_not_read_any_more_gets_no_page_and_is_told_why() {
        begin(450, CatchingUp.Range.ofKnown(0, 450));
        runTasks();
        expelled = true;
        finish();
        List<String> heard = heard();
        assertEquals("error not_member", heard.get(heard.size() - 1));
        assertTrue(heard.size() < 450, "no more than a page");
        assertEquals(0, feed.listeners().size());
        assertEquals(0, caughtUp);
    }

    @Test
    void one_who_has_left_is_read_nothing() {
        begin(450, CatchingUp.Range.ofKnown(0, 450));
        runTasks();
        feed.execute(() -> feed.remove(listener, true));
        finish();
        assertEquals(1, reads);
    }

    @Test
    void a_server_that_stops_reads_nothing_more() {
        begin(450, CatchingUp.Range.ofKnown(0, 450));
        runTasks();
        pool.shutdown();
        finish();
        assertEquals(1, reads);
        assertTrue(listener.ended());
    }

    private void begin(long head, CatchingUp.Range range) {
        sent.clear();
        heads.raise(ROOM, head);
        feed = new RoomFeed(
                ROOM,
                new Naming.ByRoom("tea"),
                head,
                Codecs.usual(),
                catchingUp.log,
                heads,
                new RoomNews(),
                tasks::add);
        connection = new Connection(
                new Caller(50, "bob", "Bob", false, UUID.randomUUID(), "127.0.0.1"),
                false,
                new StubRemote((frame, end) -> {
                    sent.add(frame.text());
                    inFlight.add(end);
                }),
                tasks::add,
                tasks::add,
                closed -> {});
        listener = new Subscription(connection, feed);
        connection.subscribe(listener);
        feed.execute(() -> {
            feed.enter(null, listener);
            catchingUp.begin(listener, range, () -> caughtUp++);
        });
    }

    private void post(long seq) {
        heads.raise(ROOM, seq);
        feed.grown(new MessagesPosted(ROOM, null, seq - 1, seq, List.of(message(seq))));
    }

    private void finish() {
        steps(Integer.MAX_VALUE, false);
    }

    private void runTasks() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    /**
     * A step is one task, or the end of one send.
     *
     * @return {@code false} if there were fewer
     */
    private boolean steps(int count, boolean landFirst) {
        for (int i = 0; i < count; i++) {
            if (!inFlight.isEmpty() && (landFirst || tasks.isEmpty())) {
                inFlight.remove().onResult(new SendResult());
            } else if (!tasks.isEmpty()) {
                tasks.remove().run();
            } else {
                return false;
            }
        }
        return true;
    }

    /** What was sent: messages as their numbers, other frames with their type. */
    private List<String> heard() {
        List<String> heard = new ArrayList<>();
        for (String text : sent) {
            JsonNode frame = Json.read(text);
            (frame.isArray() ? frame : List.of(frame)).forEach(each -> heard.add(told(each)));
        }
        return heard;
    }

    private static String told(JsonNode frame) {
        String type = frame.path("type").asText();
        return switch (type) {
            case "new_message" -> frame.path("seq").asText();
            case "gap" ->
                "gap " + frame.path("from").asText() + " " + frame.path("to").asText();
            case "error" -> "error " + frame.path("code").asText();
            default -> type + " " + frame.path("seq").asText();
        };
    }

    private static List<String> heard(Stream<String> first, String... then) {
        return Stream.concat(first, Stream.of(then)).toList();
    }

    private static Stream<String> numbers(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(Long::toString);
    }

    private CatchingUp catchingUp() {
        CatchingUp made = new CatchingUp();
        made.codec = Codecs.usual();
        made.heads = heads;
        made.log = new Log() {
            @Override
            public List<Logged> range(long roomId, long first, long last) {
                reads++;
                return LongStream.rangeClosed(first, last)
                        .<Logged>mapToObj(CatchingUpTest::message)
                        .toList();
            }
        };
        made.door = new Door() {
            @Override
            public Visit read(Caller caller, long roomId) {
                if (expelled) {
                    throw Refusal.of(Code.NOT_MEMBER, "You are not in this room.");
                }
                return null;
            }
        };
        made.threads = new Threads() {
            @Override
            public ExecutorService pool(String name, int size) {
                return pool;
            }
        };
        made.start(null);
        return made;
    }

    private static LoggedMessage message(long seq) {
        return Said.message(ROOM, seq, "hello");
    }
}
