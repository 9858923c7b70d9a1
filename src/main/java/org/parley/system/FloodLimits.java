package org.parley.system;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

/**
 * Limits how often one user, address or room may do something. Each has a token bucket (Bucket4j), which is dropped
 * once it is full again. Each server counts for itself.
 */
@ApplicationScoped
public class FloodLimits {
    /** What is limited, with its default: a burst, and the period after which one more is allowed. */
    public enum Kind {
        FAILED_SIGN_INS_TO_ACCOUNT("sign-in.account", 5, Duration.ofSeconds(30)),
        FAILED_SIGN_INS_FROM_ADDRESS("sign-in.address", 20, Duration.ofSeconds(3)),
        WRONG_ROOM_PASSWORDS("room-password", 5, Duration.ofSeconds(30)),
        WRONG_ROOM_PASSWORDS_FROM_ADDRESS("room-password.address", 20, Duration.ofSeconds(30)),
        HASHES("hash", 20, Duration.ofSeconds(3)),
        REGISTRATIONS("registration", 20, Duration.ofSeconds(10)),
        MESSAGES_OF_USER("message.user", 10, Duration.ofMillis(500)),
        MESSAGES_IN_ROOM("message.room", 20, Duration.ofMillis(50)),
        MENTIONS_OF_ALL("mention.room", 10, Duration.ofSeconds(10)),
        DELETIONS("deletion", 100, Duration.ofMillis(100)),
        REACTIONS("reaction", 30, Duration.ofMillis(500)),
        DRAFTS("draft", 30, Duration.ofMillis(500)),
        ROOM_FILES("room-file", 10, Duration.ofSeconds(30)),
        REPORTS("report", 20, Duration.ofSeconds(10)),
        SEARCHES("search", 100, Duration.ofMillis(100)),
        OWN_DATA("own-data", 3, Duration.ofMinutes(10)),
        CHANGES("change", 30, Duration.ofSeconds(1)),
        SIGNALS("signal", 200, Duration.ofMillis(20)),
        FRAMES("frame", 200, Duration.ofMillis(20));

        private final String key;
        private final Rate usual;

        Kind(String name, long atOnce, Duration period) {
            this.key = "parley.limits." + name;
            this.usual = new Rate(atOnce, period);
        }

        /** The name of the setting that changes this limit. */
        String key() {
            return key;
        }

        /** The limit if the setting is absent. */
        public Rate usual() {
            return usual;
        }
    }

    /** {@code atOnce} in a burst, and then one more in each period. */
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

    /**
     * The most buckets kept for a kind. This bounds the memory that a flood of names can take; the least used go first.
     */
    private static final int MOST = 100_000;

    /**
     * One use of a limit.
     *
     * @param whose compared by value: an id, a text or a record
     */
    public record Token(Kind kind, Object whose) {}

    private final Map<Kind, LoadingCache<Object, Bucket>> buckets = new EnumMap<>(Kind.class);

    private Configuration configuration;

    protected FloodLimits() {}

    @Inject
    public FloodLimits(Configuration configuration) {
        this.configuration = configuration;
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
     * @param whose compared by value: an id, a text or a record
     * @throws Refusal {@code rate_limited} if no token is left
     */
    public void take(Kind kind, Object whose) {
        if (configuration.rateLimits()) {
            ConsumptionProbe probe = buckets.get(kind).get(whose).tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                throw refused(probe.getNanosToWaitForRefill());
            }
        }
    }

    /** Takes one of each, or none if one of them is refused. */
    public void take(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            try {
                take(tokens.get(i).kind(), tokens.get(i).whose());
            } catch (Refusal tooMany) {
                giveBack(tokens.subList(0, i));
                throw tooMany;
            }
        }
    }

    /**
     * Takes one of each before the work, because many requests may try at the same time. If the work is refused, the
     * tokens are given back.
     *
     * @throws Refusal {@code rate_limited} if one of them has no token left, or any refusal of the work
     */
    public <T> T counting(List<Token> tokens, Supplier<T> work) {
        take(tokens);
        try {
            return work.get();
        } catch (Refusal notDone) {
            giveBack(tokens);
            throw notDone;
        }
    }

    /** Gives back tokens, for actions that count only when they fail: this one succeeded. */
    public void giveBack(List<Token> tokens) {
        if (configuration.rateLimits()) {
            tokens.forEach(token -> buckets.get(token.kind()).get(token.whose()).addTokens(1));
        }
    }

    private static Refusal refused(long nanosToWait) {
        return Refusal.later(Code.RATE_LIMITED, "Too many requests. Try again later.", Duration.ofNanos(nanosToWait));
    }
}
