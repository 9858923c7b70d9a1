package org.parley.system;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

/** How many of something somebody may have at the same time. Each server counts for itself. */
@ApplicationScoped
public class CountLimits {
    /** What is counted, and how many may be. */
    public enum Kind {
        SOCKETS_OF_USER("socket.user", 60),
        SOCKETS_FROM_ADDRESS("socket.address", 1000),
        SLOW_BODIES_FROM_ADDRESS("slow-body.address", 16),
        REQUESTS_OF_USER("request.user", 16),
        REQUESTS_FROM_ADDRESS("request.address", 64);

        private final String key;
        private final int usual;

        Kind(String name, int usual) {
            this.key = "parley.limits." + name;
            this.usual = usual;
        }

        /** Its setting. */
        public String key() {
            return key;
        }

        /** What holds where nothing is set. */
        public int usual() {
            return usual;
        }
    }

    private record Holder(Kind kind, Object whose) {}

    /** Nobody knows when the next one ends. */
    private static final Duration LATER = Duration.ofSeconds(5);

    private final Map<Holder, Integer> counts = new ConcurrentHashMap<>();

    private Configuration configuration;

    protected CountLimits() {}

    @Inject
    public CountLimits(Configuration configuration) {
        this.configuration = configuration;
    }

    /**
     * Counts one more, which is to be given back when it ends.
     *
     * @param whose by value: an id, a text
     * @throws Refusal {@code rate_limited} of who has as many as there may be
     */
    public void take(Kind kind, Object whose) {
        counts.compute(new Holder(kind, whose), (holder, held) -> {
            judge(kind, held == null ? 0 : held);
            return held == null ? 1 : held + 1;
        });
    }

    /**
     * Of what others count.
     *
     * @param held how many there are already
     * @throws Refusal {@code rate_limited} where there may be no more
     */
    public void judge(Kind kind, long held) {
        if (configuration.rateLimits() && held >= configuration.counts().get(kind)) {
            throw Refusal.later(Code.RATE_LIMITED, "These are too many at the same time.", LATER);
        }
    }

    /** One of those that were taken has ended. */
    public void giveBack(Kind kind, Object whose) {
        counts.computeIfPresent(new Holder(kind, whose), (holder, held) -> held == 1 ? null : held - 1);
    }
}
