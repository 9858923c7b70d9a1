package org.parley.sessions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.parley.system.Secrets;

/**
 * Tokens with a verified signature, by hash, until they expire. To verify a signature costs more than the rest of a
 * small request. Only genuine tokens get here, so nobody can fill it with rubbish. When it is full, tokens that are
 * seldom used make room.
 */
final class VerifiedTokens {
    static final int MOST = 50_000;

    private final Clock clock;
    private final Cache<ByteBuffer, Verified> tokens;

    /** @param clock also decides when tokens expire, because they name a time of day */
    VerifiedTokens(Clock clock) {
        this.clock = clock;
        tokens = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfter(Expiry.creating(this::life))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    private Duration life(ByteBuffer key, Verified token) {
        return Duration.between(clock.instant(), token.expiry());
    }

    Optional<UUID> find(String token) {
        return Optional.ofNullable(tokens.getIfPresent(key(token))).map(Verified::session);
    }

    /** Does not keep an expired token: the verification accepts one for some seconds, because clocks differ. */
    void add(String token, UUID session, Instant expiry) {
        if (expiry.isAfter(clock.instant())) {
            tokens.put(key(token), new Verified(session, expiry));
        }
    }

    /** How many are remembered, without those that have expired or must make room. */
    long size() {
        tokens.cleanUp();
        return tokens.estimatedSize();
    }

    private static ByteBuffer key(String token) {
        return ByteBuffer.wrap(Secrets.hash(token));
    }

    private record Verified(UUID session, Instant expiry) {}
}
