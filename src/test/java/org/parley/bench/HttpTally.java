package org.parley.bench;

/** Counts the answers that HTTP clients got. */
final class HttpTally {
    long answers;
    long errors;
    long bytes;
    long closed;
    final Times times = new Times();

    void answered(boolean well, long nanos) {
        answers++;
        times.add(nanos);
        if (!well) {
            errors++;
        }
    }
}
