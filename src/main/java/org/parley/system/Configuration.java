package org.parley.system;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every setting of the server, judged once at start. The keys, their ranges and defaults are listed in the README.
 *
 * @param database where the log is kept
 * @param dataFolder absolute; made at start; holds the embedded database and the signing key
 * @param publicUrl scheme, host and path that people use, if it was said; decides own origin, links and {@code Secure}
 * @param trustedProxies addresses whose {@code X-Forwarded-*} headers count
 * @param allowedOrigins further origins whose pages may open sockets
 * @param admin the admin account to make at start
 * @param rateLimits whether flood limits hold; off only for load tests
 * @param limits for every kind, how often
 * @param counts for every kind, how many at the same time
 * @param signingKey JSON Web Key or PEM (PKCS#8, EC P-256) that signs access tokens, or empty: made on first start
 * @param passwordMemory KiB that hashing a password takes, 10 to 65536
 * @param committers transactions that may commit messages side by side, 1 to 16
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
        int committers) {

    /** KiB; with 2 iterations the first choice of the OWASP Password Storage Cheat Sheet for Argon2id. */
    public static final int PASSWORD_MEMORY = 19_456;

    /** @param url a JDBC URL of H2, MariaDB or MySQL */
    public record Database(String url, String user, String password) {
        public boolean embedded() {
            return url.startsWith("jdbc:h2:");
        }

        @Override
        public String toString() {
            return url.replaceAll("[?;].*", "");
        }
    }

    public record Admin(String username, String password) {
        @Override
        public String toString() {
            return username;
        }
    }
}
