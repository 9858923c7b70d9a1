package org.parley.search;

/**
 * How much has been read of what an index had missed.
 *
 * @param read how many numbers were read, new ones included
 * @param all how many were missing when the index was opened
 */
record Progress(long read, long all, boolean complete) {
    static final Progress NONE = new Progress(0, 0, false);

    static Progress begin(long all) {
        return new Progress(0, all, false);
    }

    Progress and(int more) {
        return new Progress(read + more, all, complete);
    }

    Progress finished() {
        return new Progress(read, all, true);
    }

    /** From 0 to 1. */
    double share() {
        return complete ? 1 : Math.min(read, all) / (double) Math.max(1, all);
    }
}
