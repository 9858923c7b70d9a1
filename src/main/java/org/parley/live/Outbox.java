package org.parley.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * What a connection is still to be sent. One send is in flight; what waits behind it is joined into one frame. Bounded:
 * who does not keep up is cut off and resumes, and is never waited for.
 */
final class Outbox {
    private static final int MOST_WAITING = 256;
    private static final int MOST_OCTETS = 1 << 20;
    /** Hints that are worth nothing later are dropped when this many frames wait. */
    private static final int MOST_BEFORE_EPHEMERA = 32;
    /** Short enough for a reader of 4 KiB a second to take it within the time after which they count as stuck. */
    static final int LONGEST_JOINED = 16_384;

    static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(15);

    /** @param page whether it belongs to the past, which is drawn by the reader's own pace and so never overflows */
    private record Waiting(Encoded frame, boolean page) {}

    private final FrameWriter writer;
    private final Executor hands;
    private final Consumer<CloseReason> closing;
    /** Small at first, as nothing waits for most sockets. */
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>(1);

    /** By those who wait for it. */
    private final Map<Object, Runnable> whenEmpty = new LinkedHashMap<>();

    private int frames;
    private int octets;
    /** Frames of pages that wait. */
    private int pages;

    private boolean sending;
    private long sendingSince;
    private boolean closed;

    /**
     * @param hands goes on sending where the container tells that a send has ended: it tells so under a lock of its own
     * @param closing ends the connection if it does not keep up; must not wait
     */
    Outbox(FrameWriter writer, Executor hands, Consumer<CloseReason> closing) {
        this.writer = writer;
        this.hands = hands;
        this.closing = closing;
    }

    /** Queues a frame; {@link #drain} sends it. */
    void add(Encoded frame) {
        synchronized (this) {
            if (closed) {
                return;
            }
            // Judged by what waits already: a single frame, however long, finds an empty outbox with who keeps up.
            if (frames < MOST_WAITING && octets < MOST_OCTETS) {
                waiting.add(new Waiting(frame, false));
                frames++;
                octets += frame.length();
                return;
            }
        }
        closing.accept(CloseReasons.TOO_SLOW);
    }

    synchronized void addPage(List<Encoded> page) {
        if (!closed) {
            page.forEach(frame -> waiting.add(new Waiting(frame, true)));
            pages += page.size();
        }
    }

    /** Whether a part of a page has not left. */
    synchronized boolean holdsPage() {
        return pages > 0;
    }

    void addEphemeral(Encoded frame) {
        synchronized (this) {
            if (waiting.size() >= MOST_BEFORE_EPHEMERA) {
                return;
            }
        }
        add(frame);
    }

    /**
     * Calls back once, when everything queued so far has left; at once if nothing waits.
     *
     * @param owner who waits, once; see {@link #forget}
     */
    void whenEmpty(Object owner, Runnable callback) {
        synchronized (this) {
            if (closed) {
                return;
            }
            if (sending || !waiting.isEmpty()) {
                whenEmpty.put(owner, callback);
                return;
            }
        }
        callback.run();
    }

    /** The owner waits no more: a slow reader that begins again and again would leave many behind. */
    synchronized void forget(Object owner) {
        whenEmpty.remove(owner);
    }

    /** Sends what waits, unless a send is in flight, whose end then goes on with it. Does not wait. */
    void drain() {
        for (Encoded next = begin(); next != null; next = begin()) {
            if (!send(next)) {
                return;
            }
        }
    }

    /** @return what is to be sent now, or {@code null} */
    private Encoded begin() {
        List<Runnable> callbacks;
        synchronized (this) {
            if (sending || closed) {
                return null;
            }
            if (!waiting.isEmpty()) {
                sending = true;
                sendingSince = System.nanoTime();
                return take();
            }
            callbacks = List.copyOf(whenEmpty.values());
            whenEmpty.clear();
        }
        callbacks.forEach(Runnable::run);
        return null;
    }

    private Encoded take() {
        List<Encoded> joined = new ArrayList<>();
        int length = 0;
        while (!waiting.isEmpty()
                && (length == 0 || length + waiting.peek().frame.length() <= LONGEST_JOINED)) {
            Waiting next = waiting.poll();
            length += next.frame.length();
            joined.add(next.frame);
            if (next.page) {
                pages--;
            } else {
                frames--;
                octets -= next.frame.length();
            }
        }
        return Encoded.joined(joined);
    }

    /** @return whether it has left already, so that the caller goes on */
    private boolean send(Encoded frame) {
        Flight flight = new Flight();
        try {
            writer.write(frame, flight);
        } catch (RuntimeException gone) {
            closing.accept(CloseReasons.TOO_SLOW);
            return false;
        }
        return flight.second();
    }

    /** One send: whichever comes second, the return of the call or the word that it ended, goes on with the next. */
    private final class Flight implements SendHandler {
        private final AtomicBoolean first = new AtomicBoolean();

        boolean second() {
            return !first.compareAndSet(false, true);
        }

        @Override
        public void onResult(SendResult result) {
            landed();
            if (!result.isOK()) {
                closing.accept(CloseReasons.TOO_SLOW);
            }
            if (second()) {
                hands.execute(Outbox.this::drain);
            }
        }
    }

    private synchronized void landed() {
        sending = false;
    }

    /** Whether the peer has taken nothing for 15 s although something is on its way. */
    synchronized boolean stuck() {
        return sending && System.nanoTime() - sendingSince > STUCK_NANOS;
    }

    synchronized void close() {
        closed = true;
        waiting.clear();
        whenEmpty.clear();
    }
}
