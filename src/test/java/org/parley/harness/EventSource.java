package org.parley.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A stream of Server-Sent Events, read as a browser reads it. */
public final class EventSource implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** @param id the last id, sent with this event or before it; empty if there was none */
    public record Event(String type, String id, JsonNode data) {}

    private final HttpResponse<InputStream> answer;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private volatile boolean ended;

    private EventSource(HttpResponse<InputStream> answer) {
        this.answer = answer;
        Thread reader = new Thread(this::read, "events");
        reader.setDaemon(true);
        reader.start();
    }

    /** @param lastEventId {@code null} for none */
    public static EventSource open(Rest client, String path, String lastEventId) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(client.base().resolve(path)).header("Accept", "text/event-stream");
        client.ownHeaders().forEach(request::header);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            return new EventSource(Rest.HTTP.send(request.build(), BodyHandlers.ofInputStream()));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public int status() {
        return answer.statusCode();
    }

    public String header(String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private void read() {
        String type = "";
        String id = "";
        StringBuilder data = new StringBuilder();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && !data.isEmpty()) {
                    take(new Event(type, id, Json.read(data.toString())));
                    data.setLength(0);
                } else if (line.startsWith("event: ")) {
                    type = line.substring("event: ".length());
                } else if (line.startsWith("id: ")) {
                    id = line.substring("id: ".length());
                } else if (line.startsWith("data: ")) {
                    data.append(line.substring("data: ".length()));
                }
            }
        } catch (IOException gone) {
            // This is how it ends when either side closes.
        }
        ended = true;
    }

    private void take(Event event) {
        FrameCheck.received(answer.uri(), event.data());
        events.add(event);
    }

    public Event await(String type) {
        return await(type, event -> event.type().equals(type));
    }

    /** The next matching event; others before it are skipped. */
    public Event await(String what, Predicate<Event> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<Event> others = new ArrayList<>();
        while (true) {
            Event event = next(deadline - System.nanoTime());
            if (event == null) {
                String end = ended ? "; the stream has ended" : "";
                throw new AssertionError("Waited in vain for " + what + end + "; there came " + others);
            }
            if (wanted.test(event)) {
                return event;
            }
            others.add(event);
        }
    }

    private Event next(long nanos) {
        try {
            return events.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    public boolean ended() {
        return ended;
    }

    @Override
    public void close() {
        try {
            answer.body().close();
        } catch (IOException gone) {
            // It is already closed.
        }
    }
}
