package org.parley.system;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every setting of the server, checked once at startup. The README lists the keys, their ranges and their defaults.
 *
 * @param database where the messages are stored
 * @param dataFolder an absolute path; created at startup; holds the embedded database and the signing key
 * @param publicUrl the scheme, host and path that people use, if configured; decides the server's own origin, the links
 *     and {@code Secure}
 * @param trustedProxies addresses whose {@code X-Forwarded-*} headers the server believes
 * @param allowedOrigins further origins whose pages may open sockets
 * @param admin the administrator account to create at startup
 * @param rateLimits whether flood limits apply; off only for load tests
 * @param limits how often each kind of action is allowed
 * @param counts how many of each kind may exist at the same time
 * @param signingKey the key that signs access tokens: EC P-256, as a JSON Web Key or PEM (PKCS#8); empty to make one
 * @param passwordMemory KiB that hashing a password uses, 10 to 65536
 * @param committers how many transactions may commit messages at the same time, 1 to 16
 * @param files where attachments are stored, and how large they may be
 */
public record Configuration(
        Database database,
        Path dataFolder,
        Optional<URI> publicUrl,
        List<String> trustedProxies,
        List<String> allowedOrigins,
        Optional<Admin> admin,
        boolean rateLimits,
        Map<FloodLimits.Kind, FloodLimits.Rate> limits,
        Map<CountLimits.Kind, Integer> counts,
        Optional<String> signingKey,
        int passwordMemory,
        int committers,
        Files files) {

    /** In KiB. With 2 iterations this is the first choice of the OWASP Password Storage Cheat Sheet for Argon2id. */
    public static final int PASSWORD_MEMORY = 19_456;

    /** @param url a JDBC URL of H2, MariaDB or MySQL */
    public record Database(String url, String user, String password) {
        boolean embedded() {
            return url.startsWith("jdbc:h2:");
        }

        @Override
        public String toString() {
            return url.replaceAll("[?;].*", "");
        }
    }

    /**
     * @param folder an absolute path
     * @param mostOctets of one attachment
     * @param mostOctetsOfRoom of a room that comes as one file
     * @param mostOctetsOfUser of all attachments of a user; empty for no limit
     */
    public record Files(Path folder, long mostOctets, long mostOctetsOfRoom, Optional<Long> mostOctetsOfUser) {
        public static final long MOST_OCTETS = 10L << 20;
        public static final long MOST_OCTETS_OF_ROOM = 1L << 30;
    }

    public record Admin(String username, String password) {
        @Override
        public String toString() {
            return username;
        }
    }
}
