package org.parley.messages;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.concurrent.atomic.AtomicLong;
import org.parley.accounts.AccountDeleted;
import org.parley.accounts.ProfileChanged;

/**
 * Counts how often names and pictures of people have changed, which takes no number in a log. Messages that somebody
 * keeps show people as they are if the count is still the one from before they were read.
 */
@ApplicationScoped
public class ProfileChanges {
    private final AtomicLong count = new AtomicLong();

    public long count() {
        return count.get();
    }

    void changed(
            @Observes(during = TransactionPhase.AFTER_SUCCESS) @Priority(Heads.BEFORE_ANYBODY_IS_TOLD)
                    ProfileChanged changed) {
        count.incrementAndGet();
    }

    void deleted(
            @Observes(during = TransactionPhase.AFTER_SUCCESS) @Priority(Heads.BEFORE_ANYBODY_IS_TOLD)
                    AccountDeleted deleted) {
        count.incrementAndGet();
    }
}
