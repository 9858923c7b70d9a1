package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.websocket.SendResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.parley.accounts.Caller;
import org.parley.messages.Log;
import org.parley.messages.Logged;
import org.parley.messages.LoggedMessage;
import org.parley.messages.MessagesPosted;
import org.parley.messages.Said;

/** What a feed that has fallen behind sends to its listeners. */
class RoomFeedTest {
    private static final long ROOM = 1;
    private static final int MESSAGES = 600;

    private final Queue<Runnable> pool = new ArrayDeque<>();
    private final RoomFeed feed = new RoomFeed(
            ROOM, new Naming.ByRoom("room"), 0, Codecs.usual(), new LongMessages(), null, new RoomNews(), pool::add);

    @Test
    void what_has_gathered_is_given_whole_and_in_order_in_frames_that_a_slow_reader_takes() throws Exception {
        List<List<String>> sent = IntStream.range(0, 3).mapToObj(this::listener).toList();
        grow(1, MESSAGES);
        run();
        for (List<String> frames : sent) {
            List<Long> seen = new ArrayList<>();
            for (String frame : frames) {
                assertTrue(frame.length() <= Outbox.LONGEST_JOINED + 2, "a frame has " + frame.length());
                Codecs.usual()
                        .json
                        .readTree(frame)
                        .forEach(event -> seen.add(event.path("seq").asLong()));
            }
            assertEquals(LongStream.rangeClosed(1, MESSAGES).boxed().toList(), seen);
        }
    }

    @Test
    void a_reader_that_keeps_up_is_not_cut_off_by_what_has_gathered() throws Exception {
        List<String> sent = listener(50);
        LongStream.rangeClosed(1, MESSAGES)
                .forEach(seq -> feed.grown(new MessagesPosted(ROOM, null, 0, seq, List.of(message(seq, 8000)))));
        run();
        int seen = 0;
        for (String frame : sent) {
            seen += frame.startsWith("[") ? Codecs.usual().json.readTree(frame).size() : 1;
        }
        assertEquals(MESSAGES, seen);
    }

    /** For what the feed does not remember, because it is too long. */
    private static final class LongMessages extends Log {
        @Override
        public List<Logged> range(long roomId, long first, long last) {
            return LongStream.rangeClosed(first, last)
                    .<Logged>mapToObj(seq -> message(seq, 8000))
                    .toList();
        }
    }

    @Test
    void a_person_who_wrote_nothing_in_a_stretch_shares_its_text_with_the_others() {
        List<String> first = listener(50);
        List<String> second = listener(51);
        feed.grown(new MessagesPosted(
                ROOM,
                null,
                0,
                9,
                LongStream.rangeClosed(1, 9)
                        .<Logged>mapToObj(RoomFeedTest::message)
                        .toList()));
        run();
        assertEquals(1, first.size());
        assertTrue(first.get(0) == second.get(0), "each has a text of its own");
    }

    @Test
    void a_room_is_full_while_more_than_two_thousand_messages_have_not_been_given() {
        listener(50);
        grow(1, 2000);
        assertFalse(feed.farBehind());
        grow(2001, 2001);
        assertTrue(feed.farBehind());
        run();
        assertFalse(feed.farBehind());
    }

    private void grow(long from, long to) {
        LongStream.rangeClosed(from, to)
                .forEach(seq -> feed.grown(new MessagesPosted(ROOM, null, 0, seq, List.of(message(seq)))));
    }

    private void run() {
        while (!pool.isEmpty()) {
            pool.remove().run();
        }
    }

    /** @return what it is sent */
    private List<String> listener(int account) {
        List<String> sent = new ArrayList<>();
        Caller caller = new Caller(account, "bob" + account, "Bob", false, UUID.randomUUID(), "127.0.0.1");
        Connection connection =
                new Connection(caller, false, new StubRemote(writer(sent)), Runnable::run, Runnable::run, closed -> {});
        Subscription listener = new Subscription(connection, feed);
        feed.enter(null, listener);
        listener.goLive();
        return sent;
    }

    /** Ten people write in turn; the first three of them listen. */
    private static LoggedMessage message(long seq) {
        return message(seq, 300);
    }

    private static LoggedMessage message(long seq, int length) {
        return Said.message(ROOM, seq, seq % 10, UUID.randomUUID(), "x".repeat(length));
    }

    /** A container whose sends end within the call. */
    private static FrameWriter writer(List<String> sent) {
        return (frame, end) -> {
            sent.add(frame.text());
            end.onResult(new SendResult());
        };
    }
}
