package org.parley.sessions;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.system.Secrets;

/**
 * Tokens whose signature was verified already, by hash, until they expire; a signature costs more than all else of a
 * small request. Only genuine tokens get here, so nobody can fill it with rubbish.
 */
final class VerifiedTokens {
    static final int MOST = 50_000;

    private final Map<ByteBuffer, Verified> tokens = new ConcurrentHashMap<>();

    Optional<UUID> find(String token, Instant now) {
        return Optional.ofNullable(tokens.get(key(token)))
                .filter(known -> known.expiry().isAfter(now))
                .map(Verified::session);
    }

    void add(String token, UUID session, Instant expiry, Instant now) {
        if (tokens.size() >= MOST) {
            makeRoom(now);
        }
        tokens.put(key(token), new Verified(session, expiry));
    }

    int size() {
        return tokens.size();
    }

    private void makeRoom(Instant now) {
        tokens.values().removeIf(known -> !known.expiry().isAfter(now));
        if (tokens.size() >= MOST) {
            tokens.clear();
        }
    }

    private static ByteBuffer key(String token) {
        return ByteBuffer.wrap(Secrets.hash(token));
    }

    private record Verified(UUID session, Instant expiry) {}
}
