package org.parley.live;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.parley.accounts.ProfileChanged;
import org.parley.accounts.Users;
import org.parley.problems.LastingFailure;
import org.parley.system.Starting;
import org.parley.system.Stopping;
import org.parley.system.Threads;

/**
 * Tells everybody how a person looks after a change, because everybody may see everybody. It tells once a second for
 * each person, however often they change, so nobody floods the others.
 */
@ApplicationScoped
class TellingProfiles {
    private static final System.Logger LOG = System.getLogger(TellingProfiles.class.getName());
    private static final long TELL_MILLIS = 1000;

    /** In one frame, so that it stays small. */
    private static final int MOST_PEOPLE = 16;

    @Inject
    Connections connections;

    @Inject
    Users users;

    @Inject
    Codec codec;

    @Inject
    Threads threads;

    private final GatheredNews<Boolean> gathered = new GatheredNews<>(
            new LastingFailure(LOG, "Could not tell people of a changed profile; the next try comes soon"),
            MOST_PEOPLE,
            (earlier, later) -> later,
            people -> tell(people.keySet()));

    void start(@Observes @Priority(Starting.LIVE) Starting starting) {
        gathered.start(threads.timer("parley-profiles"), TELL_MILLIS);
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ProfileChanged changed) {
        if (connections.anybodyReachable()) {
            gathered.add(changed.accountId(), true);
        }
    }

    private void tell(Set<Long> people) {
        List<Encoded> frames = users.of(people).values().stream()
                .map(user -> codec.encoded(Frames.UserUpdated.of(user)))
                .toList();
        if (!frames.isEmpty()) {
            connections.tellEverybody(Encoded.joined(frames));
        }
    }

    void stop(@Observes @Priority(Stopping.TELLERS) Stopping stopping) {
        gathered.stop();
    }
}
