package org.parley.search;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Hands the words of some texts to Lucene, for one message after the other: to make one of these takes long. */
final class Terms extends TokenStream {
    /** So far apart are two texts that no phrase goes from one to the next. */
    private static final int APART = 100;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private List<List<Word>> texts = List.of();
    private int text;
    private int next;
    private int position;
    private int begin;

    /** @param next the texts of the next message */
    Terms of(List<List<Word>> next) {
        texts = next;
        return this;
    }

    @Override
    public void reset() {
        text = 0;
        next = 0;
        position = -1;
        begin = 0;
    }

    @Override
    public boolean incrementToken() {
        while (text < texts.size() && next == texts.get(text).size()) {
            text++;
            next = 0;
            begin = position + APART;
        }
        if (text == texts.size()) {
            return false;
        }
        Word word = texts.get(text).get(next++);
        clearAttributes();
        term.append(word.term());
        step.setPositionIncrement(begin + word.position() - position);
        position = begin + word.position();
        return true;
    }
}
