package org.parley.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a connection is still to be sent. One send is in flight; what waits behind it is joined into one frame. Bounded:
 * who does not keep up is cut off and resumes, and is never waited for.
 */
final class Outbox {
    private static final int MOST_WAITING = 256;
    private static final int MOST_CHARACTERS = 1 << 20;
    /** Hints that are worth nothing later are dropped when this many frames wait. */
    private static final int MOST_BEFORE_EPHEMERA = 32;
    /** A joined frame is no longer than what we accept ourselves. */
    private static final int LONGEST_JOINED = 120_000;

    static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(15);

    private final Session session;
    private final Closing closing;
    private final ArrayDeque<Encoded> waiting = new ArrayDeque<>();
    private int characters;
    private boolean sending;
    private long sendingSince;
    private Thread drainer;
    private boolean closed;
    private final List<Runnable> whenEmpty = new ArrayList<>();

    /** How the connection ends when it does not keep up. */
    interface Closing {
        void because(CloseReason reason);
    }

    Outbox(Session session, Closing closing) {
        this.session = session;
        this.closing = closing;
    }

    /** Queues a frame; {@link #drain} sends it. */
    void add(Encoded frame) {
        synchronized (this) {
            if (closed) {
                return;
            }
            waiting.add(frame);
            characters += frame.length();
            if (waiting.size() <= MOST_WAITING && characters <= MOST_CHARACTERS) {
                return;
            }
        }
        closing.because(CloseReasons.TOO_SLOW);
    }

    /** A page of the past, which is drawn by the reader's own pace and so never overflows. */
    synchronized void addPage(Encoded page) {
        if (!closed) {
            waiting.add(page);
        }
    }

    void addEphemeral(Encoded frame) {
        synchronized (this) {
            if (waiting.size() >= MOST_BEFORE_EPHEMERA) {
                return;
            }
        }
        add(frame);
    }

    /** Calls back once, when everything queued so far has left; at once if nothing waits. */
    void whenEmpty(Runnable callback) {
        synchronized (this) {
            if (closed) {
                return;
            }
            if (sending || !waiting.isEmpty()) {
                whenEmpty.add(callback);
                return;
            }
        }
        callback.run();
    }

    /** Sends what waits, unless a send is in flight, which then goes on with it. Does not wait. */
    void drain() {
        while (true) {
            Encoded next;
            List<Runnable> callbacks = List.of();
            synchronized (this) {
                if (sending || closed) {
                    return;
                }
                next = take();
                if (next == null) {
                    callbacks = List.copyOf(whenEmpty);
                    whenEmpty.clear();
                } else {
                    sending = true;
                    sendingSince = System.nanoTime();
                    drainer = Thread.currentThread();
                }
            }
            if (next == null) {
                callbacks.forEach(Runnable::run);
                return;
            }
            send(next);
        }
    }

    private Encoded take() {
        if (waiting.isEmpty()) {
            return null;
        }
        List<Encoded> joined = new ArrayList<>();
        int length = 0;
        while (!waiting.isEmpty() && (length == 0 || length + waiting.peek().length() < LONGEST_JOINED)) {
            Encoded frame = waiting.poll();
            length += frame.length();
            joined.add(frame);
        }
        characters = waiting.isEmpty() ? 0 : Math.max(0, characters - length);
        return Encoded.joined(joined);
    }

    private void send(Encoded frame) {
        try {
            session.getAsyncRemote().sendText(frame.text(), this::sent);
        } catch (RuntimeException gone) {
            closing.because(CloseReasons.TOO_SLOW);
        }
    }

    /** Called by the container, perhaps within {@link #drain}, which then goes on by itself. */
    private void sent(SendResult result) {
        boolean goOn;
        synchronized (this) {
            sending = false;
            goOn = drainer != Thread.currentThread();
            drainer = null;
        }
        if (!result.isOK()) {
            closing.because(CloseReasons.TOO_SLOW);
        } else if (goOn) {
            drain();
        }
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
