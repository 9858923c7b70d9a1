package org.parley.posting;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One transaction that tries to commit a batch of postings. */
final class Attempt {
    private final List<Posting> postings;
    private final boolean patient;
    private final Set<Long> skipped = new HashSet<>();
    private boolean complete;

    /** @param patient whether to wait for locked rooms (2 s at most) or to skip them */
    Attempt(List<Posting> postings, boolean patient) {
        this.postings = postings;
        this.patient = patient;
        postings.forEach(Posting::begin);
    }

    boolean patient() {
        return patient;
    }

    /** In ascending order, the order in which rows are locked everywhere. */
    Set<Long> roomIds() {
        return postings.stream().map(Posting::roomId).collect(Collectors.toCollection(TreeSet::new));
    }

    void skip(long roomId) {
        skipped.add(roomId);
    }

    /** The postings that this attempt decides. */
    List<Posting> postings() {
        return skipped.isEmpty()
                ? postings
                : postings.stream()
                        .filter(posting -> !skipped.contains(posting.roomId()))
                        .toList();
    }

    /** The postings whose rooms another transaction has locked. */
    List<Posting> leftOver() {
        return postings.stream()
                .filter(posting -> skipped.contains(posting.roomId()))
                .toList();
    }

    /**
     * All statements have succeeded. If something fails after this, it is the commit itself, and its outcome is
     * unknown.
     */
    void completed() {
        complete = true;
    }

    boolean complete() {
        return complete;
    }
}
