package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** An event stream; the test decides when the container accepts more. */
class EventStreamTest {
    private static final String PING = ":\n\n";

    private final List<String> events = new ArrayList<>();
    private final Container out = new Container();
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final EventStream stream =
            new EventStream(context(), null, out, new EventMark(), later::add, () -> events.add("ended"));

    @Test
    void a_frame_is_an_event_and_has_left_when_the_container_would_take_more() {
        out.takes = 2;
        write("hello");
        assertEquals(List.of(event("hello"), "flush"), events);
        out.takeAll();
        assertEquals(List.of(event("hello"), "flush", "hello has left"), events);
    }

    @Test
    void frames_that_were_joined_are_an_event_each() {
        out.takes = Integer.MAX_VALUE;
        stream.write(Encoded.joined(List.of(frame("one"), frame("two"))), result -> events.add("both have left"));
        assertEquals(List.of(event("one") + event("two"), "flush", "both have left"), events);
    }

    @Test
    void a_frame_has_the_mark_for_its_id() {
        out.takes = Integer.MAX_VALUE;
        stream.write(
                Codecs.usual()
                        .encoded(
                                new Frames.RoomJoined("room_joined", null, "tea", "r1z", 36, "member", List.of(), 0),
                                Encoded.Move.JOINED,
                                71,
                                36),
                result -> {});
        assertTrue(events.get(0).startsWith("id: 1z.10\nevent: room_joined\ndata: {"), events::toString);
    }

    @Test
    void a_frame_that_comes_while_a_ping_is_on_its_way_leaves_behind_it() {
        stream.ping();
        write("hello");
        assertEquals(List.of(), events);
        out.takeAll();
        assertEquals(List.of(PING, "flush", event("hello"), "flush", "hello has left"), events);
    }

    @Test
    void a_frame_waits_for_the_rest_of_a_ping_wherever_that_stands() {
        for (int taken = 0; taken <= 2; taken++) {
            events.clear();
            out.takes = taken;
            stream.ping();
            write("hello");
            out.takeAll();
            assertEquals(List.of(PING, "flush", event("hello"), "flush", "hello has left"), events);
        }
    }

    @Test
    void what_is_on_its_way_does_for_a_ping_as_well() {
        write("hello");
        stream.ping();
        out.takeAll();
        assertEquals(List.of(event("hello"), "flush", "hello has left"), events);
        stream.ping();
        stream.ping();
        out.takeAll();
        assertEquals(List.of(PING, "flush"), events.subList(3, events.size()));
    }

    @Test
    void one_who_is_told_that_a_frame_has_left_may_write_the_next() {
        out.takes = Integer.MAX_VALUE;
        stream.write(frame("one"), result -> write("two"));
        assertEquals(List.of(event("one"), "flush", event("two"), "flush", "two has left"), events);
    }

    @Test
    void a_stream_whose_client_has_gone_is_over_and_takes_nothing() {
        out.gone = true;
        out.takes = Integer.MAX_VALUE;
        stream.ping();
        assertEquals(List.of("ended"), events);
        assertTrue(stream.over());
        stream.ping();
        assertThrows(IllegalStateException.class, () -> write("hello"));
        assertEquals(List.of("ended"), events);
    }

    @Test
    void what_waits_when_the_stream_is_closed_does_not_leave() {
        stream.ping();
        write("hello");
        assertFalse(stream.over());
        stream.close(null);
        stream.close(null);
        out.takeAll();
        assertEquals(List.of("ended"), events);
    }

    @Test
    void an_answer_is_completed_by_the_servlets_own_thread_or_when_that_has_returned() {
        stream.close(null);
        assertEquals(List.of("ended"), events);
        stream.handled();
        assertEquals(List.of("ended", "complete"), events);
        assertEquals(0, later.size());
    }

    @Test
    void a_stream_that_is_closed_later_is_completed_once() {
        stream.handled();
        stream.close(null);
        assertEquals(List.of("ended"), events);
        later.remove().run();
        assertEquals(List.of("ended", "complete"), events);
        stream.onComplete(null);
        assertEquals(List.of("ended", "complete"), events);
    }

    @Test
    void an_answer_that_the_container_ends_is_not_completed_once_more() {
        stream.handled();
        stream.onError((AsyncEvent) null);
        later.forEach(Runnable::run);
        assertEquals(List.of("ended"), events);
    }

    private void write(String type) {
        stream.write(frame(type), result -> events.add(type + " has left"));
    }

    private static Encoded frame(String type) {
        return Encoded.one(type, data(type).getBytes(StandardCharsets.UTF_8));
    }

    private static String event(String type) {
        return "event: " + type + "\ndata: " + data(type) + "\n\n";
    }

    private static String data(String type) {
        return "{\"type\":\"" + type + "\"}";
    }

    private AsyncContext context() {
        return (AsyncContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {AsyncContext.class}, (proxy, method, arguments) -> {
                    events.add(method.getName());
                    return null;
                });
    }

    /** Takes so many writes and flushes, and no more. */
    private final class Container extends ServletOutputStream {
        private int takes;
        private boolean gone;

        void takeAll() {
            takes = Integer.MAX_VALUE;
            stream.onWritePossible();
            takes = 0;
        }

        @Override
        public boolean isReady() {
            return takes > 0;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            take(new String(bytes, StandardCharsets.UTF_8));
        }

        @Override
        public void flush() throws IOException {
            take("flush");
        }

        private void take(String what) throws IOException {
            if (gone) {
                throw new IOException("gone");
            }
            takes--;
            events.add(what);
        }

        @Override
        public void write(int octet) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
