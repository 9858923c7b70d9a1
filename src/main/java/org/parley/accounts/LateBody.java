package org.parley.accounts;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import org.parley.problems.Code;
import org.parley.problems.Failures;
import org.parley.problems.Refusal;
import org.parley.system.BodyLimit;

/** The body of one request, on its way. The container says when there is more of it, and a timer looks how fast it comes. */
final class LateBody implements ReadListener, AsyncListener {
    private static final System.Logger LOG = System.getLogger(LateBody.class.getName());
    private static final Duration LATER = Duration.ofSeconds(5);
    private static final int PIECE = 8 * 1024;

    /** What becomes of it. Each request ends in one of the last three. */
    interface Outcome {
        /** It comes too slowly. @throws Refusal if there may be no more of these */
        void slow();

        /** It has caught up, or is over. After each {@code slow} that did not throw. */
        void slowNoMore();

        /** @param dispatch asks REST, on a thread that the container makes for it */
        void complete(Runnable dispatch);

        void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException;

        /** Its client is gone. */
        void lost();

        /** REST has answered, or never will. May be said more than once. */
        void left();
    }

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Outcome outcome;
    private final ServletInputStream in;
    private final WholeBody whole;
    private final Pace pace = new Pace(System.nanoTime());
    private final ByteArrayOutputStream come = new ByteArrayOutputStream();
    private AsyncContext context;
    private boolean slow;
    private boolean over;
    private volatile boolean gone;

    LateBody(HttpServletRequest request, HttpServletResponse response, Outcome outcome) throws IOException {
        this.request = request;
        this.response = response;
        this.outcome = outcome;
        this.in = request.getInputStream();
        this.whole = new WholeBody(request);
    }

    /** Returns at once. */
    synchronized void await() {
        context = request.startAsync(whole, response);
        // Who says nothing is noticed here.
        context.setTimeout(0);
        context.addListener(this);
        in.setReadListener(this);
    }

    @Override
    public void onDataAvailable() throws IOException {
        boolean tooLarge;
        synchronized (this) {
            byte[] piece = new byte[PIECE];
            while (!over && come.size() <= BodyLimit.BYTES && in.isReady() && !in.isFinished()) {
                int octets = in.read(piece);
                if (octets < 0) {
                    break;
                }
                come.write(piece, 0, octets);
                pace.came(octets, System.nanoTime());
            }
            tooLarge = come.size() > BodyLimit.BYTES;
        }
        if (tooLarge) {
            refuse(BodyLimit.tooLarge());
        }
    }

    @Override
    public void onAllDataRead() {
        if (ends()) {
            whole.set(come.toByteArray());
            outcome.complete(this::dispatch);
        }
    }

    /** It may have waited for its turn, and its client not. */
    private void dispatch() {
        if (gone) {
            throw new IllegalStateException("Who asked is gone");
        }
        context.dispatch();
    }

    @Override
    public void onError(Throwable failure) {
        gone = true;
        if (ends()) {
            outcome.lost();
            complete();
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        gone = true;
        outcome.left();
    }

    @Override
    public void onError(AsyncEvent event) {
        gone = true;
        outcome.left();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // There is none.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Begun once.
    }

    /** Judges how fast it comes; to be called a few times a second. */
    void look() {
        try {
            judge(System.nanoTime());
        } catch (RuntimeException failure) {
            refuse(Failures.refusal(failure));
        }
    }

    private void judge(long now) {
        synchronized (this) {
            if (over || context == null) {
                return;
            }
            boolean slowNow = pace.slow(now);
            if (slowNow && !slow) {
                outcome.slow();
            } else if (!slowNow && slow) {
                outcome.slowNoMore();
            }
            slow = slowNow;
        }
        if (pace.silent(now)) {
            throw Refusal.later(Code.RATE_LIMITED, "Nothing more came of the body.", LATER);
        }
    }

    private void refuse(Refusal refusal) {
        if (ends()) {
            try {
                outcome.refuse(refusal, request, response);
            } catch (IOException | RuntimeException gone) {
                LOG.log(System.Logger.Level.DEBUG, "Who sent the body was gone before the answer", gone);
            } finally {
                complete();
            }
        }
    }

    private void complete() {
        try {
            context.complete();
        } catch (IllegalStateException over) {
            LOG.log(System.Logger.Level.DEBUG, "The container was faster", over);
        }
    }

    /** @return whether it was not over before */
    private synchronized boolean ends() {
        if (over) {
            return false;
        }
        over = true;
        if (slow) {
            slow = false;
            outcome.slowNoMore();
        }
        return true;
    }
}
