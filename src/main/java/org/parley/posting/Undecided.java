package org.parley.posting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * The postings of a batch that nothing has settled yet, in the order in which they came. They go through steps; each
 * step settles some of them, and the next one sees the others.
 */
final class Undecided {
    private final List<Posting> postings;

    Undecided(List<Posting> batch) {
        postings = new ArrayList<>(batch);
    }

    /** @param step is given what is left */
    void settle(Consumer<List<Posting>> step) {
        step.accept(left());
        postings.removeIf(Posting::settled);
    }

    List<Posting> left() {
        return Collections.unmodifiableList(postings);
    }
}
