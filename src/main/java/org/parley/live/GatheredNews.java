package org.parley.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import org.parley.problems.LastingFailure;

/**
 * News that is gathered by subject and told at intervals, so a subject that changes often costs no more than one that
 * changes once. Any thread adds news; one thread tells it. News that could not be told waits for the next time.
 *
 * @param <V> what is new about a subject; a subject is the id of a room or an account
 */
final class GatheredNews<V> {
    private final Map<Long, V> waiting = new ConcurrentHashMap<>();
    private final LastingFailure untold;
    private final int atOnce;
    private final BinaryOperator<V> merging;
    private final Consumer<Map<Long, V>> teller;

    private ScheduledExecutorService timer;
    private Executor thread = Runnable::run;

    /**
     * @param atOnce the most subjects in one call of the teller; if the call fails, all of them are told again
     * @param merging makes one of the earlier and the later news about a subject
     */
    GatheredNews(LastingFailure untold, int atOnce, BinaryOperator<V> merging, Consumer<Map<Long, V>> teller) {
        this.untold = untold;
        this.atOnce = atOnce;
        this.merging = merging;
        this.teller = teller;
    }

    void start(ScheduledExecutorService timer, long everyMillis) {
        this.timer = timer;
        thread = timer;
        timer.scheduleWithFixedDelay(this::tell, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    }

    void add(long subject, V news) {
        waiting.merge(subject, news, merging);
    }

    /** Puts back what the teller was given, to be told with the next news. */
    void putBack(long subject, V news) {
        waiting.merge(subject, news, (later, earlier) -> merging.apply(earlier, later));
    }

    /** Drops what waits about a subject, and runs its last task on the thread that tells. */
    void end(long subject, Runnable last) {
        thread.execute(() -> {
            waiting.remove(subject);
            last.run();
        });
    }

    void tell() {
        List<Long> subjects = List.copyOf(waiting.keySet());
        boolean all = true;
        for (int from = 0; from < subjects.size(); from += atOnce) {
            all &= told(subjects.subList(from, Math.min(subjects.size(), from + atOnce)));
        }
        if (all) {
            untold.succeeded();
        }
    }

    /** @return {@code false} if it failed */
    private boolean told(List<Long> subjects) {
        // Taken before it is told, so that a change in the meantime is told next time.
        Map<Long, V> news = new HashMap<>();
        subjects.forEach(subject -> news.put(subject, waiting.remove(subject)));
        try {
            teller.accept(news);
            return true;
        } catch (RuntimeException | Error failure) {
            news.forEach(this::putBack);
            untold.failed(failure);
            return false;
        }
    }

    void stop() {
        timer.shutdownNow();
    }
}
