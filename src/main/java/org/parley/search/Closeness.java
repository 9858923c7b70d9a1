package org.parley.search;

import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.SmallFloat;

/**
 * How well a message answers a search: better if it has the word more often and is shorter. Unlike the usual measures
 * it asks nothing about other messages. So the order of two hits is the same on each server and while the index grows,
 * and the pages of a result fit together.
 */
final class Closeness extends Similarity {
    /** As in BM25: how soon more of the same word counts less, and how much the length counts. */
    private static final float SATURATION = 1.2f;

    private static final float BY_LENGTH = 0.75f;
    /** The words of a usual message. */
    private static final float USUAL = 12;

    private static final int OCTET = 0xFF;

    @Override
    public long computeNorm(FieldInvertState state) {
        return SmallFloat.intToByte4(state.getLength());
    }

    @Override
    public SimScorer scorer(float boost, CollectionStatistics all, TermStatistics... terms) {
        return new SimScorer() {
            @Override
            public float score(float count, long norm) {
                float length = LENGTHS[(byte) norm & OCTET];
                return boost * (1 + count / (count + SATURATION * (1 - BY_LENGTH + BY_LENGTH * length / USUAL)));
            }
        };
    }

    private static final float[] LENGTHS = lengths();

    private static float[] lengths() {
        float[] lengths = new float[OCTET + 1];
        for (int norm = 0; norm <= OCTET; norm++) {
            lengths[norm] = SmallFloat.byte4ToInt((byte) norm);
        }
        return lengths;
    }
}
