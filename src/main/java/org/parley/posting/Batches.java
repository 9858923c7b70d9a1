package org.parley.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.parley.problems.DatabaseTrouble;
import org.parley.problems.Refusal;

/**
 * Settles every posting of a batch and tells every sender. It commits the batch as a whole; if one posting makes the
 * transaction fail, it commits room by room, and then one by one. A failed posting gets {@code unavailable}, because a
 * repeat is always safe.
 */
@ApplicationScoped
class Batches {
    private static final System.Logger LOG = System.getLogger(Batches.class.getName());

    /**
     * What a batch leaves to do.
     *
     * @param leftOver unsettled postings, because another transaction has locked their rooms
     * @param unsure rooms for which it is unknown whether the commit succeeded
     */
    record Outcome(List<Posting> leftOver, Set<Long> unsure) {
        static Outcome empty() {
            return new Outcome(new ArrayList<>(), new HashSet<>());
        }

        void add(Outcome other) {
            leftOver.addAll(other.leftOver);
            unsure.addAll(other.unsure);
        }
    }

    @Inject
    CommittingMessages committing;

    /** @param patient whether to wait for locked rooms (2 s at most) or to leave their postings over */
    Outcome settle(List<Posting> postings, boolean patient) {
        List<Posting> batch =
                postings.stream().filter(posting -> !posting.answered()).toList();
        Outcome outcome = Outcome.empty();
        if (!batch.isEmpty()) {
            attempt(batch, patient, outcome, failure -> inPieces(batch, patient, failure, outcome));
        }
        return outcome;
    }

    private interface Fallback {
        void because(Throwable failure);
    }

    private void attempt(List<Posting> batch, boolean patient, Outcome outcome, Fallback fallback) {
        Attempt attempt = new Attempt(batch, patient);
        try {
            committing.commit(attempt);
        } catch (RuntimeException | Error failure) {
            if (attempt.complete()) {
                LOG.log(System.Logger.Level.WARNING, "The outcome of a commit is unknown", failure);
                // Without the rooms that were skipped: a look there would wait for their locks.
                attempt.postings().forEach(posting -> outcome.unsure().add(posting.roomId()));
                refuse(attempt.postings());
                outcome.leftOver().addAll(attempt.leftOver());
            } else {
                fallback.because(failure);
            }
            return;
        }
        outcome.leftOver().addAll(attempt.leftOver());
        attempt.postings().forEach(Posting::tell);
    }

    /**
     * Smaller pieces help if one posting is to blame. If the database cannot be reached, each piece fails in the same
     * way.
     */
    private void inPieces(List<Posting> batch, boolean patient, Throwable failure, Outcome outcome) {
        boolean ofOne = failure instanceof Error || DatabaseTrouble.refusedStatement(failure);
        if (batch.size() == 1 || !ofOne) {
            LOG.log(System.Logger.Level.WARNING, "Could not commit " + batch.size() + " messages", failure);
            refuse(batch);
            return;
        }
        var rooms = batch.stream().collect(Collectors.groupingBy(Posting::roomId, TreeMap::new, Collectors.toList()));
        if (rooms.size() == 1) {
            oneByOne(batch, patient, outcome);
        } else {
            rooms.values().forEach(room -> outcome.add(settle(room, patient)));
        }
    }

    /**
     * Commits one by one. If a posting fails, the later ones of its sender fail too, so that a retry cannot change
     * their order. Once a room is left over because of a lock, the rest of that room is left over too.
     */
    private void oneByOne(List<Posting> batch, boolean patient, Outcome outcome) {
        Set<Long> failed = new HashSet<>();
        for (Posting posting : batch) {
            long sender = posting.sender().accountId();
            if (!outcome.leftOver().isEmpty()) {
                outcome.leftOver().add(posting);
                continue;
            }
            if (failed.contains(sender) || posting.answered()) {
                failed.add(sender);
                posting.tell(Refusal.unavailable());
                continue;
            }
            attempt(List.of(posting), patient, outcome, failure -> {
                LOG.log(System.Logger.Level.WARNING, "Could not commit a message", failure);
                failed.add(sender);
                posting.tell(Refusal.unavailable());
            });
        }
    }

    private static void refuse(List<Posting> postings) {
        postings.forEach(posting -> posting.tell(Refusal.unavailable()));
    }
}
