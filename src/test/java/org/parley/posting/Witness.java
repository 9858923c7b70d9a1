package org.parley.posting;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import org.parley.messages.Heads;
import org.parley.messages.Log;
import org.parley.messages.MessagesPosted;
import org.parley.system.Threads;

/**
 * Observes messages when they are posted and when they are sent, and checks from outside whether they are stored. It
 * watches only the rooms that it is told to, because its own statements would be counted too.
 */
@ApplicationScoped
public class Witness {
    /** @param readable whether another transaction could read all of them at that moment */
    record Sight(String phase, long roomId, boolean readable) {}

    /** Observers that say nothing come later, and only {@code Heads} is to come before. */
    private static final int NEARLY_FIRST = 1001;

    private final Set<Long> watched = ConcurrentHashMap.newKeySet();
    private final Set<Long> spoiled = ConcurrentHashMap.newKeySet();
    private final Map<Long, Long> shown = new ConcurrentHashMap<>();
    private final List<Sight> sights = new CopyOnWriteArrayList<>();

    @Inject
    Log log;

    @Inject
    Heads heads;

    @Inject
    Threads threads;

    private ExecutorService outside;

    @PostConstruct
    void begin() {
        outside = threads.pool("witness", 1);
    }

    void watch(long roomId) {
        watched.add(roomId);
    }

    /** The transactions that post to this room fail, after they have fired their event. */
    void spoil(long roomId) {
        spoiled.add(roomId);
    }

    void fired(@Observes MessagesPosted posted) {
        note("fired", posted);
        if (spoiled.contains(posted.roomId())) {
            throw new IllegalStateException("for a test");
        }
    }

    void told(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesPosted posted) {
        note("told", posted);
    }

    void early(@Observes(during = TransactionPhase.AFTER_SUCCESS) @Priority(NEARLY_FIRST) MessagesPosted posted) {
        if (watched.contains(posted.roomId())) {
            shown.put(posted.roomId(), heads.of(posted.roomId()));
        }
    }

    /** The highest number of the room that might be shown before anybody was told of it. */
    long shownEarly(long roomId) {
        return shown.getOrDefault(roomId, 0L);
    }

    private void note(String phase, MessagesPosted posted) {
        if (!watched.contains(posted.roomId())) {
            return;
        }
        List<Log.Place> places = posted.entries().stream()
                .map(message -> new Log.Place(message.roomId(), message.seq()))
                .toList();
        sights.add(new Sight(phase, posted.roomId(), readable(places)));
    }

    /** Asks in a separate transaction, on a thread without one. */
    boolean readable(List<Log.Place> places) {
        return CompletableFuture.supplyAsync(() -> log.at(places), outside)
                        .join()
                        .size()
                == places.size();
    }

    List<Sight> of(long roomId) {
        return sights.stream().filter(sight -> sight.roomId() == roomId).toList();
    }

    @PreDestroy
    void end() {
        outside.shutdownNow();
    }
}
