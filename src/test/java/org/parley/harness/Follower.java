package org.parley.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Listens to a room or a conversation, comes back with {@code since} whenever the socket breaks, and records every
 * numbered frame in its order. A wrong number is an error at once. Only the socket of private conversations may send
 * new messages before the missed ones have come.
 */
public final class Follower implements Runnable {
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final Person person;
    private final Place place;
    private final List<JsonNode> frames = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private boolean catchingUp;
    private volatile boolean over;
    private volatile long last;

    /** Follows from {@code since} on. */
    public Follower(Person person, Place place, long since) {
        this.person = person;
        this.place = place;
        this.last = since;
    }

    @Override
    public void run() {
        while (!over) {
            try (LiveSocket socket = place.socket(person)) {
                catchingUp = place.isPrivate();
                place.listen(socket, last);
                follow(socket);
            } catch (RuntimeException | AssertionError gone) {
                Reconnecting.pause(person, gone);
            }
        }
    }

    private void follow(LiveSocket socket) {
        while (!over) {
            JsonNode frame = socket.nextWithin(PATIENCE);
            if (frame != null) {
                take(frame);
            } else if (!socket.open()) {
                return;
            }
        }
    }

    private synchronized void take(JsonNode frame) {
        String type = frame.path("type").asText();
        if ((type.equals("gap") && place.holds(frame)) || type.equals("error")) {
            faults.add("after " + last + " came " + frame);
        }
        if (type.equals("caught_up") && place.holds(frame)) {
            catchingUp = false;
        }
        if (!place.holds(frame) || (!frame.has("message") && !frame.has("target"))) {
            return;
        }
        long seq = frame.path("seq").asLong();
        if (catchingUp && seq != last + 1) {
            return;
        }
        if (seq != last + 1) {
            faults.add(seq + " came after " + last);
        }
        last = seq;
        frames.add(frame);
        notifyAll();
    }

    /** The number of the last frame. */
    public long last() {
        return last;
    }

    /** Waits until this number has come. */
    public synchronized void await(long seq, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (last < seq) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError(person.name() + " has " + last + " and waits for " + seq + " " + faults);
            }
            wait(left);
        }
    }

    /** What came, in the order in which it came. */
    public synchronized List<JsonNode> frames() {
        return List.copyOf(frames);
    }

    public synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    public void stop() {
        over = true;
    }
}
