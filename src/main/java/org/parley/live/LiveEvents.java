package org.parley.live;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.parley.problems.Failures;
import org.parley.problems.Problems;
import org.parley.problems.Refusal;
import org.parley.rooms.Rooms;
import org.parley.sessions.Arrival;

/**
 * The feed of some rooms and the user's own feed as one event stream, for networks that let no WebSocket through. It is
 * a servlet, because resources that answer later leave a request context on Payara's threads.
 */
@WebServlet(urlPatterns = "/api/live", asyncSupported = true)
class LiveEvents extends HttpServlet {
    private static final System.Logger LOG = System.getLogger(LiveEvents.class.getName());
    /** The server takes some thousandths of a second from the end of a servlet to that of its request. */
    private static final Executor RETURNED = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

    private static final int MOST_ROOMS = 50;

    @Inject
    Greeting greeting;

    @Inject
    Listening listening;

    @Inject
    Conversing conversing;

    @Inject
    Rooms rooms;

    @Inject
    Codec codec;

    @Inject
    Problems problems;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            open(request, response, asked(request.getParameter("rooms")));
        } catch (RuntimeException failure) {
            problems.send(Failures.refusal(failure), request, response);
        }
    }

    private static List<String> asked(String rooms) {
        List<String> asked = rooms == null || rooms.isEmpty()
                ? List.of()
                : Arrays.stream(rooms.split(",")).distinct().toList();
        if (asked.size() > MOST_ROOMS) {
            throw Refusal.invalid("rooms", "must be at most " + MOST_ROOMS);
        }
        return asked;
    }

    private void open(HttpServletRequest request, HttpServletResponse response, List<String> asked) throws IOException {
        Arrival arrival = (Arrival) request.getUserPrincipal();
        String mark = Optional.ofNullable(request.getHeader("Last-Event-ID")).orElse(request.getParameter("mark"));
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        // Without this header, some proxies buffer the whole answer.
        response.setHeader("X-Accel-Buffering", "no");
        // When this side ends the stream it cuts the connection, which must not carry another request by then.
        response.setHeader("Connection", "close");
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        AtomicReference<Connection> opened = new AtomicReference<>();
        EventMark reached = new EventMark();
        EventStream stream = new EventStream(
                context,
                Wire.of(request),
                response.getOutputStream(),
                reached,
                RETURNED,
                () -> greeting.closed(opened.get()));
        context.addListener(stream);
        response.getOutputStream().setWriteListener(stream);
        try {
            Connection connection = greeting.open(arrival, true, stream);
            opened.set(connection);
            if (stream.over() || !connection.open()) {
                // The client has gone before the stream knew its connection.
                greeting.closed(connection);
                return;
            }
            begin(connection, asked, mark == null || mark.isEmpty() ? null : mark, reached);
        } catch (RuntimeException failure) {
            // The answer has already begun, so the client returns with the mark that it has.
            LOG.log(System.Logger.Level.DEBUG, "A stream of events could not begin", failure);
            stream.close(null);
        } finally {
            stream.handled();
        }
    }

    /** @param mark the mark that the client returns with, or {@code null} */
    private void begin(Connection connection, List<String> asked, String mark, EventMark reached) {
        Optional<Map<Long, Long>> since = mark == null ? Optional.of(Map.of()) : EventMark.read(mark);
        for (String room : asked) {
            try {
                listening.join(connection, room, null, range(room, since, reached), null);
            } catch (RuntimeException refused) {
                connection.send(codec.encoded(Frames.Error.of(room, Failures.refusal(refused))));
            }
        }
        if (mark != null) {
            conversing.catchUp(
                    connection,
                    (entry, head) -> since.isEmpty()
                            ? conversing.unknown(entry, head)
                            : conversing.range(
                                    entry, since.get().get(entry.room().id()), head),
                    () -> {});
        }
    }

    /** @param since empty if the client's mark cannot be read */
    private Function<Long, CatchingUp.Range> range(String room, Optional<Map<Long, Long>> since, EventMark reached) {
        if (since.isEmpty()) {
            return CatchingUp.Range::ofUnknown;
        }
        Optional<Long> id = rooms.resolve(room);
        Long seq = id.map(since.get()::get).orElse(null);
        if (seq == null) {
            return null;
        }
        reached.begin(id.get(), seq);
        return head -> CatchingUp.Range.ofKnown(seq, head);
    }
}
