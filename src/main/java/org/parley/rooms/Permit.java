package org.parley.rooms;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.parley.system.Transactions;

/**
 * The right to change something in a room. The {@link Door} grants it before the room's row is locked, so that a caller
 * without the right never makes others wait. The rule runs again under the lock, because the caller's role may have
 * changed in between.
 *
 * @param <T> what the rule found: the visit, or also the person or thing that the change is about
 */
public final class Permit<T> {
    private final T seen;
    private final Supplier<T> lockAndJudge;
    private final Transactions transactions;

    Permit(T seen, Supplier<T> lockAndJudge, Transactions transactions) {
        this.seen = seen;
        this.lockAndJudge = lockAndJudge;
        this.transactions = transactions;
    }

    /** What the rule found without the lock; it may be out of date. */
    T seen() {
        return seen;
    }

    /**
     * Makes the change in a transaction that holds the room's lock.
     *
     * @param change gets the result of the rule under the lock
     */
    public <R> R get(Function<T, R> change) {
        return transactions.run(() -> change.apply(lockAndJudge.get()));
    }

    /** As {@link #get}, for a change without a result. */
    public void run(Consumer<T> change) {
        transactions.run(() -> change.accept(lockAndJudge.get()));
    }
}
