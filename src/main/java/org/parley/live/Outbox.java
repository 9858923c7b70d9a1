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
import org.parley.messages.Portion;

/**
 * The frames that wait for one connection. One send is in flight; frames that wait behind it are joined into one. The
 * outbox is bounded: a reader that is too slow is cut off and resumes later; nobody waits for it.
 */
final class Outbox {
    private static final int MOST_WAITING = 256;
    private static final int MOST_OCTETS = 1 << 20;
    /** If this many frames wait, frames that are useless later are dropped. */
    private static final int MOST_BEFORE_EPHEMERA = 32;
    /** Short enough that a reader of 4 KiB a second takes it before it counts as stuck. */
    static final int LONGEST_JOINED = 16_384;

    static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(15);

    /**
     * @param page whether it belongs to a page of the past, which is read at the reader's own pace and so never
     *     overflows
     */
    private record Waiting(Encoded frame, boolean page) {}

    private final FrameWriter writer;
    private final Executor hands;
    private final Consumer<CloseReason> closing;
    /** Small at first, because most sockets have nothing waiting. */
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>(1);

    /** The callbacks by their owners. */
    private final Map<Object, Runnable> whenEmpty = new LinkedHashMap<>();

    private int frames;
    private int octets;
    /** Waiting frames of pages. */
    private int pages;

    private boolean sending;
    private long sendingSince;
    private boolean closed;

    /**
     * A new outbox.
     *
     * @param hands continues sending after the container reports the end of a send, because the container reports it
     *     under a lock of its own
     * @param closing ends the connection if it is too slow; must not wait
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
            // Only waiting frames count: if the reader keeps up, a single frame, however long, meets an empty outbox.
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

    /** Whether a part of a page is not sent yet. */
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
     * Calls back once when everything queued so far is sent; at once if nothing waits.
     *
     * @param owner has one callback at a time; see {@link #forget}
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

    /** Drops the owner's callback: a slow reader that begins again and again would leave many behind. */
    synchronized void forget(Object owner) {
        whenEmpty.remove(owner);
    }

    /** Sends waiting frames, unless a send is in flight, which will continue with them. Does not wait. */
    void drain() {
        for (Encoded next = begin(); next != null; next = begin()) {
            if (!send(next)) {
                return;
            }
        }
    }

    /** @return the frame to send now, or {@code null} */
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
        for (int left = Portion.count(waiting, next -> next.frame.length(), LONGEST_JOINED); left > 0; left--) {
            Waiting next = waiting.poll();
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

    /** @return whether it is already sent, so that the caller goes on */
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

    /**
     * One send. Of the two events, the return of the call and the report of its end, the later one starts the next
     * send.
     */
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

    /** Whether the peer has taken nothing for 15 s although a send is in flight. */
    synchronized boolean stuck() {
        return sending && System.nanoTime() - sendingSince > STUCK_NANOS;
    }

    synchronized void close() {
        closed = true;
        waiting.clear();
        whenEmpty.clear();
    }
}
