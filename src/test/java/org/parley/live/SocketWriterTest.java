package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.websocket.Extension;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;
import org.junit.jupiter.api.Test;

class SocketWriterTest {
    private static final int CLOSE = 0x88;
    private static final int PING = 0x89;
    private static final int PONG = 0x8A;

    private final Container container = new Container();
    private final Guard guard = new Guard();
    private final List<String> ends = new ArrayList<>();
    private boolean open = true;
    private Closeable onClose = () -> {};
    private boolean endable = true;
    private int inputEnds;
    private final SocketWriter writer = new SocketWriter(session(), container, this::endInput);

    SocketWriterTest() {
        writer.guard(guard);
    }

    @Test
    void pongs_that_nobody_takes_wait_up_to_a_bound_and_then_the_socket_is_to_be_closed() {
        for (int i = 0; i < SocketWriter.MOST_CONTROL_FRAMES; i++) {
            control(PONG);
        }
        assertEquals(0, guard.overflowing);
        for (int i = 0; i < 1000; i++) {
            control(PONG);
        }
        assertEquals(SocketWriter.MOST_CONTROL_FRAMES, container.queue.size());
        assertEquals(1000, guard.overflowing);
        assertEquals(1000, ends.size(), "who waits for the others is told that they will not leave");
    }

    @Test
    void pongs_that_leave_make_room_whether_they_arrive_or_not() {
        for (int i = 0; i < 10 * SocketWriter.MOST_CONTROL_FRAMES; i++) {
            control(PONG);
            if (i % 2 == 0) {
                container.queue.remove().completed(null);
            } else {
                container.queue.remove().failed(new IllegalStateException("gone"));
            }
        }
        assertEquals(0, guard.overflowing);
        assertEquals(List.of("completed", "failed"), ends.subList(0, 2));
    }

    @Test
    void our_own_pings_wait_up_to_the_same_bound_and_are_asked_of_nobody() {
        guard.answering = false;
        for (int i = 0; i < 2 * SocketWriter.MOST_CONTROL_FRAMES; i++) {
            control(PING);
        }
        assertEquals(SocketWriter.MOST_CONTROL_FRAMES, container.queue.size());
    }

    @Test
    void a_ping_that_is_too_much_is_not_answered() {
        guard.answering = false;
        control(PONG);
        assertTrue(container.queue.isEmpty());
        assertEquals(List.of("cancelled"), ends);
    }

    @Test
    void the_close_frame_leaves_in_any_case() {
        guard.answering = false;
        for (int i = 0; i <= SocketWriter.MOST_CONTROL_FRAMES; i++) {
            control(PING);
        }
        control(CLOSE);
        assertEquals(SocketWriter.MOST_CONTROL_FRAMES + 1, container.queue.size());
    }

    @Test
    void the_peer_is_told_why_and_then_its_input_ends_so_that_the_thread_that_reads_closes() throws IOException {
        onClose = () -> {
            writer.close();
            control(CLOSE);
        };
        writer.close(session(), CloseReasons.FLOODING);
        ByteBuffer frame = container.written.get(0);
        assertEquals(CLOSE, frame.get() & 0xff);
        assertEquals(frame.get(), frame.remaining());
        assertEquals(4400, frame.getShort());
        assertEquals("too many frames", StandardCharsets.UTF_8.decode(frame).toString());
        assertEquals(0, inputEnds, "the frame waits for what is before it");
        writer.close();
        container.queue.remove().completed(null);
        assertEquals(List.of("completed"), ends);
        assertEquals(1, inputEnds);
        assertFalse(container.closed);
        writer.close();
        assertTrue(container.closed, "by the thread that reads");
    }

    @Test
    void a_close_frame_that_leaves_at_once_or_never_or_is_none_ends_the_input_too() throws IOException {
        onClose = () -> {
            control(CLOSE);
            container.queue.remove().completed(null);
            assertEquals(0, inputEnds, "Tyrus is not done yet");
        };
        writer.close(session(), CloseReasons.FLOODING);
        assertEquals(1, inputEnds);
        onClose = () -> control(CLOSE);
        writer.close(session(), CloseReasons.FLOODING);
        container.queue.remove().failed(new IOException("gone"));
        assertEquals(2, inputEnds);
        onClose = () -> {
            throw new IOException("closed already");
        };
        assertThrows(IOException.class, () -> writer.close(session(), CloseReasons.FLOODING));
        assertEquals(3, inputEnds);
    }

    @Test
    void a_container_that_keeps_the_input_closes_by_itself() throws IOException {
        endable = false;
        onClose = () -> control(CLOSE);
        writer.close(session(), CloseReasons.FLOODING);
        assertFalse(container.closed);
        container.queue.remove().completed(null);
        assertTrue(container.closed);
    }

    @Test
    void the_answer_to_the_peers_own_close_frame_says_what_tyrus_says() throws IOException {
        control(CLOSE);
        assertEquals(2, container.written.get(0).remaining());
        writer.close();
        assertTrue(container.closed);
        assertEquals(0, inputEnds);
    }

    private boolean endInput() {
        inputEnds++;
        return endable;
    }

    @Test
    void text_goes_to_the_container_as_it_is_and_its_end_is_told() {
        List<SendResult> results = new ArrayList<>();
        Encoded frame = Encoded.one("test", "{}".getBytes(StandardCharsets.UTF_8));
        writer.write(frame, results::add);
        writer.write(frame, results::add);
        assertSame(frame.frame().array(), container.written.get(1).array(), "nothing was copied");
        container.queue.remove().completed(null);
        container.queue.remove().failed(new IllegalStateException("gone"));
        assertTrue(results.get(0).isOK());
        assertFalse(results.get(1).isOK());
    }

    @Test
    void nothing_is_written_to_a_closed_socket() {
        open = false;
        Encoded frame = Encoded.one("test", "{}".getBytes(StandardCharsets.UTF_8));
        assertThrows(IllegalStateException.class, () -> writer.write(frame, result -> {}));
    }

    private void control(int firstOctet) {
        writer.write(ByteBuffer.wrap(new byte[] {(byte) firstOctet, 0}), new CompletionHandler<>() {
            @Override
            public void completed(ByteBuffer written) {
                ends.add("completed");
            }

            @Override
            public void failed(Throwable failure) {
                ends.add("failed");
            }

            @Override
            public void cancelled() {
                ends.add("cancelled");
            }
        });
    }

    /** Queues everything, as Tyrus's writer does when the peer takes nothing. */
    private static final class Container extends Writer {
        private final List<ByteBuffer> written = new ArrayList<>();
        private final Queue<CompletionHandler<ByteBuffer>> queue = new ArrayDeque<>();
        private boolean closed;

        @Override
        public void write(ByteBuffer frame, CompletionHandler<ByteBuffer> end) {
            written.add(frame);
            queue.add(end);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static final class Guard implements FrameWriter.Guard {
        private boolean answering = true;
        private int overflowing;

        @Override
        public boolean pinged() {
            return answering;
        }

        @Override
        public void overflowing() {
            overflowing++;
        }
    }

    private Session session() {
        return (Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(),
                new Class<?>[] {Session.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "isOpen" -> open;
                    case "close" -> {
                        onClose.close();
                        yield null;
                    }
                    case "getNegotiatedExtensions" -> List.<Extension>of();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
