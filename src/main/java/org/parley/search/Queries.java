package org.parley.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.IndexSortSortedNumericDocValuesRangeQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.parley.messages.LoggedMessage;

/** Says to Lucene what is looked for. */
final class Queries {
    /** So many longer words are tried at the end of a row. */
    private static final int MOST_FORMS = 64;
    /** So few rooms are looked up one by one. In more, each message is asked for its room. */
    private static final int FEW_ROOMS = 16;

    private static final float LONGER_WORD = 0.5f;
    private static final float WITH_TYPO = 0.25f;

    private Queries() {}

    /**
     * @param where to look
     * @param last the latest time, in milliseconds; {@code null} for any
     */
    static Query of(Sought sought, FindingMessages.Reach where, Long last, IndexReader reader) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (Clause clause : sought.words().clauses()) {
            all.add(of(clause, reader), Occur.MUST);
        }
        all.add(in(where.rooms()), Occur.FILTER);
        if (where.senderId() != null) {
            all.add(new TermQuery(new Term(Index.FROM, Index.name(where.senderId()))), Occur.FILTER);
        }
        if (sought.after() != null || last != null) {
            all.add(sentIn(sought.after(), last), Occur.FILTER);
        }
        if (sought.has() != null) {
            all.add(new TermQuery(new Term(Index.HAS, sought.has())), Occur.FILTER);
        }
        if (sought.kind() == null) {
            all.add(new TermQuery(new Term(Index.KIND, LoggedMessage.SYSTEM)), Occur.MUST_NOT);
        } else {
            all.add(new TermQuery(new Term(Index.KIND, sought.kind())), Occur.FILTER);
        }
        return all.build();
    }

    private static Query in(long[] rooms) {
        Query each = NumericDocValuesField.newSlowSetQuery(Index.ROOM, rooms);
        if (rooms.length > FEW_ROOMS) {
            return each;
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (long room : rooms) {
            any.add(new TermQuery(new Term(Index.ROOM, Index.name(room))), Occur.SHOULD);
        }
        return new IndexOrDocValuesQuery(any.build(), each);
    }

    private static Query sentIn(Long after, Long latest) {
        // What is no message has the least number of all.
        long first = after == null ? Long.MIN_VALUE + 1 : after;
        long last = latest == null ? Long.MAX_VALUE : latest;
        return new IndexSortSortedNumericDocValuesRangeQuery(
                Index.TIME, first, last, NumericDocValuesField.newSlowRangeQuery(Index.TIME, first, last));
    }

    private static Query of(Clause clause, IndexReader reader) throws IOException {
        List<Query> forms = new ArrayList<>();
        if (clause.row().size() == 1) {
            addWord(clause.first().term(), clause.prefix(), forms);
        } else {
            forms.add(row(clause, reader));
        }
        if (clause.joined() != null) {
            addWord(clause.joined(), clause.prefix(), forms);
        }
        if (clause.typo()) {
            forms.add(new BoostQuery(Mistyped.of(word(clause.first().term()), reader), WITH_TYPO));
        }
        return forms.size() == 1 ? forms.get(0) : new DisjunctionMaxQuery(forms, 0);
    }

    private static void addWord(String term, boolean prefix, List<Query> forms) {
        forms.add(new TermQuery(word(term)));
        if (prefix) {
            forms.add(new BoostQuery(new PrefixQuery(word(term)), LONGER_WORD));
        }
    }

    private static Query row(Clause clause, IndexReader reader) throws IOException {
        MultiPhraseQuery.Builder row = new MultiPhraseQuery.Builder();
        int begin = clause.first().position();
        for (Word word : clause.row()) {
            boolean open = clause.prefix() && word == clause.last();
            Term[] forms = open ? beginningWith(word.term(), reader) : new Term[] {word(word.term())};
            row.add(forms, word.position() - begin);
        }
        return row.build();
    }

    /** The word itself, and the first longer ones in the order of the alphabet. */
    private static Term[] beginningWith(String prefix, IndexReader reader) throws IOException {
        List<Term> found = new ArrayList<>();
        found.add(word(prefix));
        Terms terms = MultiTerms.getTerms(reader, Index.TEXT);
        if (terms != null) {
            TermsEnum next = terms.iterator();
            boolean more = next.seekCeil(new BytesRef(prefix)) != TermsEnum.SeekStatus.END;
            while (more
                    && found.size() < MOST_FORMS
                    && next.term().utf8ToString().startsWith(prefix)) {
                found.add(word(next.term().utf8ToString()));
                more = next.next() != null;
            }
        }
        return found.stream().distinct().toArray(Term[]::new);
    }

    private static Term word(String term) {
        return new Term(Index.TEXT, term);
    }
}
