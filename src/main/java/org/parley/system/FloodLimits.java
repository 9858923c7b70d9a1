package org.parley.system;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

/**
 * How often somebody may do something: a token bucket for each of them (Bucket4j), kept as long as it is not full again.
 * Each server counts for itself.
 */
@ApplicationScoped
public class FloodLimits {
    /** What is limited, each with so many at once and then one in each period. */
    public enum Kind {
        FAILED_SIGN_INS_TO_ACCOUNT("sign-in.account", 5, Duration.ofSeconds(30)),
        FAILED_SIGN_INS_FROM_ADDRESS("sign-in.address", 20, Duration.ofSeconds(3)),
        WRONG_ROOM_PASSWORDS("room-password", 5, Duration.ofSeconds(30)),
        REGISTRATIONS("registration", 20, Duration.ofSeconds(10)),
        MESSAGES_OF_USER("message.user", 10, Duration.ofMillis(500)),
        MESSAGES_IN_ROOM("message.room", 20, Duration.ofMillis(50)),
        DELETIONS("deletion", 100, Duration.ofMillis(100)),
        REPORTS("report", 20, Duration.ofSeconds(10)),
        FRAMES("frame", 200, Duration.ofMillis(20));

        private final String key;
        private final Rate usual;

        Kind(String name, long atOnce, Duration period) {
            this.key = "parley.limits." + name;
            this.usual = new Rate(atOnce, period);
        }

        /** Its setting. */
        public String key() {
            return key;
        }

        /** What holds where nothing is set. */
        public Rate usual() {
            return usual;
        }
    }

    /** So many at once, and then one in each period. */
    public record Rate(long atOnce, Duration period) {
        private Duration untilFull() {
            return period.multipliedBy(atOnce);
        }

        private Bucket bucket() {
            return Bucket.builder()
                    .addLimit(limit -> limit.capacity(atOnce).refillGreedy(1, period))
                    .build();
        }
    }

    /** More are not remembered, so that a flood of names takes no more memory than this; the least used go first. */
    private static final int MOST = 100_000;

    @Inject
    Configuration configuration;

    private final Map<Kind, LoadingCache<Object, Bucket>> buckets = new EnumMap<>(Kind.class);

    @PostConstruct
    void prepare() {
        configuration
                .limits()
                .forEach((kind, rate) -> buckets.put(
                        kind,
                        Caffeine.newBuilder()
                                .maximumSize(MOST)
                                .expireAfterAccess(rate.untilFull().plusSeconds(1))
                                .build(key -> rate.bucket())));
    }

    /**
     * Counts one.
     *
     * @param whose by value: an id, a text, a record
     * @throws Refusal {@code rate_limited} of who has none left
     */
    public void take(Kind kind, Object whose) {
        if (configuration.rateLimits()) {
            ConsumptionProbe probe = buckets.get(kind).get(whose).tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                throw refused(probe.getNanosToWaitForRefill());
            }
        }
    }

    /** Of what counts only if it fails, and is counted before, because many may be tried at once: this one did not. */
    public void giveBack(Kind kind, Object whose) {
        if (configuration.rateLimits()) {
            buckets.get(kind).get(whose).addTokens(1);
        }
    }

    private static Refusal refused(long nanosToWait) {
        return Refusal.later(Code.RATE_LIMITED, "This was too often in a short time.", Duration.ofNanos(nanosToWait));
    }
}
