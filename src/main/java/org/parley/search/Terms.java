package org.parley.search;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Hands the words of some texts to Lucene. */
final class Terms extends TokenStream {
    /** So far apart are two texts that no phrase goes from one to the next. */
    private static final int APART = 100;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<List<Word>> texts;
    private int text;
    private int next;
    private int position;
    private int begin;

    Terms(List<List<Word>> texts) {
        this.texts = texts;
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
