package org.parley.system;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

/** Limits how many of something one user or address may have at the same time. Each server counts for itself. */
@ApplicationScoped
public class CountLimits {
    /** What is counted, with its default limit. */
    public enum Kind {
        SOCKETS_OF_USER("socket.user", 60),
        SOCKETS_FROM_ADDRESS("socket.address", 1000),
        ROOM_FILES_OF_USER("room-file.user", 1),
        IMPORTS("import.server", 2),
        SLOW_BODIES_FROM_ADDRESS("slow-body.address", 16),
        REQUESTS_OF_USER("request.user", 16),
        REQUESTS_FROM_ADDRESS("request.address", 64);

        private final String key;
        private final int usual;

        Kind(String name, int usual) {
            this.key = "parley.limits." + name;
            this.usual = usual;
        }

        /** The name of the setting that changes this limit. */
        String key() {
            return key;
        }

        /** The limit if the setting is absent. */
        public int usual() {
            return usual;
        }
    }

    private record Holder(Kind kind, Object whose) {}

    /** An arbitrary wait: the server cannot know when one of the others ends. */
    private static final Duration LATER = Duration.ofSeconds(5);

    private final Map<Holder, Integer> counts = new ConcurrentHashMap<>();

    private Configuration configuration;

    protected CountLimits() {}

    @Inject
    public CountLimits(Configuration configuration) {
        this.configuration = configuration;
    }

    /**
     * Counts one more. The caller must give it back when it ends.
     *
     * @param whose compared by value: an id or a text
     * @throws Refusal {@code rate_limited} if the user or address already has the maximum
     */
    public void take(Kind kind, Object whose) {
        counts.compute(new Holder(kind, whose), (holder, held) -> {
            judge(kind, held == null ? 0 : held);
            return held == null ? 1 : held + 1;
        });
    }

    /**
     * Checks a count that the caller keeps itself.
     *
     * @param held how many there are already
     * @throws Refusal {@code rate_limited} if there are already as many as allowed
     */
    public void judge(Kind kind, long held) {
        if (configuration.rateLimits() && held >= configuration.counts().get(kind)) {
            throw Refusal.later(Code.RATE_LIMITED, "Too many at the same time. Try again later.", LATER);
        }
    }

    /** Gives back one that {@link #take} counted. */
    public void giveBack(Kind kind, Object whose) {
        counts.computeIfPresent(new Holder(kind, whose), (holder, held) -> held == 1 ? null : held - 1);
    }
}
