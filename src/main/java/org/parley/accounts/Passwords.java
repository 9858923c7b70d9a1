package org.parley.accounts;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.parley.http.SlowBodies;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.system.Configuration;
import org.parley.system.FloodLimits;
import org.parley.system.Secrets;
import org.parley.texts.Texts;

/**
 * Hashes and compares the passwords of people and rooms. This is slow on purpose, so never do it under a lock or in a
 * transaction. At most two run at the same time, so that many sign-ins cannot take all memory and processors.
 */
@ApplicationScoped
public class Passwords {
    private static final System.Logger LOG = System.getLogger(Passwords.class.getName());
    private static final int ITERATIONS = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int AT_ONCE = 2;
    /**
     * Each waiting call holds a thread of the server, as {@link SlowBodies} does. Together they hold less than a third.
     */
    private static final int MOST_WAITING = 16;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    FloodLimits limits;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private Argon2Function argon2id;

    /** A hash to compare with for an unknown user, so that the answer takes as long as for a known one. */
    private String nobodys;

    protected Passwords() {}

    @Inject
    Passwords(Configuration configuration) {
        if (configuration.passwordMemory() < Configuration.PASSWORD_MEMORY) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "parley.password.memory is below its default: stolen hashes are easier to crack. Raise it.");
        }
        this.argon2id =
                Argon2Function.getInstance(configuration.passwordMemory(), ITERATIONS, LANES, HASH_BYTES, Argon2.ID);
        this.nobodys = argon2id(Secrets.make());
    }

    /**
     * @throws Refusal {@code rate_limited} if the payer has hashed too much, {@code unavailable} if too many calls wait
     */
    @Transactional(Transactional.TxType.NEVER)
    public String hash(String password, Payer payer) {
        return limits.counting(payer.price(), () -> hash(password));
    }

    /** For the start of the server, where no payer is limited. */
    public String hash(String password) {
        return inTurn(() -> argon2id(password));
    }

    private String argon2id(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return argon2id.hash(octets(password), salt).getResult();
    }

    /**
     * Compares a password with a hash.
     *
     * @param password one that is too long takes as much time as others and never matches
     * @param hash a result of {@link #hash}, or {@code null} for an unknown user: takes as much time and never matches
     * @throws Refusal {@code rate_limited} if the payer has hashed too much, {@code unavailable} if too many calls wait
     */
    @Transactional(Transactional.TxType.NEVER)
    public boolean matches(String password, String hash, Payer payer) {
        return limits.counting(payer.price(), () -> matches(password, hash));
    }

    /** As {@link #matches(String, String, Payer)}, for the start of the server. */
    public boolean matches(String password, String hash) {
        boolean cheap = Texts.maybePassword(password);
        boolean possible = cheap && hash != null;
        String expected = possible ? hash : nobodys;
        String compared = cheap ? password : "";
        boolean same = inTurn(() -> Argon2Function.getInstanceFromHash(expected)
                .check(octets(compared), expected.getBytes(StandardCharsets.UTF_8)));
        return same && possible;
    }

    /** NFC (RFC 8265): the same letters from different keyboards are the same password. */
    private static byte[] octets(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (turns.getQueueLength() >= MOST_WAITING
                    || !turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Refusal.later(
                        Code.UNAVAILABLE, "Too many people are signing in. Try again in a moment.", RETRY_AFTER);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Refusal.unavailable();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
