package org.parley.search;

import java.io.IOException;
import java.util.Comparator;
import java.util.TreeMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexReaderContext;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/**
 * The words of the index that are a word, or differ from it by one mistake. It is a {@code FuzzyQuery} that leaves out
 * what can never match: nearly half of all words begin with a Chinese or Japanese letter, and none of those has more
 * than two letters.
 */
final class Mistyped {
    /** So many are tried: those with the fewest mistakes for their length, and of those the first of the alphabet. */
    private static final int MOST = 64;

    private static final int[][] OF_PAIRS = {
        {'\u3041', '\u30FF'}, {'\u3400', '\u4DBF'}, {'\u4E00', '\u9FFF'}, {0x20000, 0x3FFFF}
    };
    private static final Automaton OTHERS = others();

    private final Term word;
    private final int length;
    private final IndexReaderContext index;
    private final TreeMap<Form, TermStates> forms = new TreeMap<>();

    private Mistyped(Term word, IndexReaderContext index) {
        this.word = word;
        this.length = word.text().codePointCount(0, word.text().length());
        this.index = index;
    }

    /** @param likeness 1 for the word itself */
    private record Form(BytesRef term, float likeness) implements Comparable<Form> {
        private static final Comparator<Form> ORDER =
                Comparator.comparing(Form::likeness).reversed().thenComparing(Form::term);

        @Override
        public int compareTo(Form other) {
            return ORDER.compare(this, other);
        }
    }

    static Query of(Term word, IndexReader reader) throws IOException {
        Mistyped mistyped = new Mistyped(word, reader.getContext());
        mistyped.look();
        return mistyped.query();
    }

    private static Automaton others() {
        Automaton others = new Automaton();
        int begin = others.createState();
        int rest = others.createState();
        int next = 0;
        for (int[] range : OF_PAIRS) {
            others.addTransition(begin, rest, next, range[0] - 1);
            next = range[1] + 1;
        }
        others.addTransition(begin, rest, next, Character.MAX_CODE_POINT);
        others.addTransition(rest, rest, 0, Character.MAX_CODE_POINT);
        others.setAccept(rest, true);
        others.finishState();
        return others;
    }

    private void look() throws IOException {
        Automaton near = new LevenshteinAutomata(word.text(), true).toAutomaton(1);
        CompiledAutomaton compiled = new CompiledAutomaton(Operations.intersection(near, OTHERS), true, false);
        for (LeafReaderContext leaf : index.leaves()) {
            Terms terms = leaf.reader().terms(word.field());
            if (terms != null) {
                add(leaf, terms.intersect(compiled, null));
            }
        }
    }

    private void add(LeafReaderContext leaf, TermsEnum found) throws IOException {
        for (BytesRef term = found.next(); term != null; term = found.next()) {
            Form form = new Form(BytesRef.deepCopyOf(term), likeness(term));
            forms.computeIfAbsent(form, fresh -> new TermStates(index))
                    .register(found.termState(), leaf.ord, found.docFreq(), found.totalTermFreq());
            if (forms.size() > MOST) {
                forms.pollLastEntry();
            }
        }
    }

    private float likeness(BytesRef term) {
        return term.equals(word.bytes()) ? 1 : 1 - 1f / Math.min(length, UnicodeUtil.codePointCount(term));
    }

    private Query query() {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        forms.forEach((form, states) -> any.add(
                new BoostQuery(new TermQuery(new Term(word.field(), form.term()), states), form.likeness()),
                Occur.SHOULD));
        return any.build();
    }
}
