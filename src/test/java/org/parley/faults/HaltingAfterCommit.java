package org.parley.faults;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import org.parley.messages.LoggedMessage;
import org.parley.messages.MessagesPosted;

/**
 * Runs inside the server under test, which has no such hook of its own. It ends the process after the commit of a
 * certain message, before anybody is told about the message.
 */
@ApplicationScoped
public class HaltingAfterCommit {
    static final String WORD = "halt after the commit of this";
    private static final int AS_IF_KILLED = 137;

    /** Runs before all other observers. */
    void posted(@Observes(during = TransactionPhase.AFTER_SUCCESS) @Priority(1) MessagesPosted posted) {
        if (posted.entries().stream()
                .anyMatch(entry ->
                        entry instanceof LoggedMessage message && message.body().equals(WORD))) {
            Runtime.getRuntime().halt(AS_IF_KILLED);
        }
    }
}
