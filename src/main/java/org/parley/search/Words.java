package org.parley.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * The words of a text. The index, a search and the marks in its hits use the same ones, so they always agree.
 *
 * <p>Words are found by the rules of Unicode (UAX #29), and words with hyphens, dots, underscores or apostrophes inside
 * are cut into their parts. Chinese, Japanese and Korean letters are indexed one by one and in pairs, so any part of
 * such a text can be found.
 */
final class Words {
    /** What joins the parts of a word; the last three are other hyphens and apostrophes. */
    private static final String JOINTS = "-_.'‐‑’";
    /** What UAX #29 leaves inside of words. It is cut like a hyphen. */
    private static final String INSIDE = "_.':,;‘’․·‿⁀﹍﹎﹏＿．";

    private static final String LETTER = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.IDEOGRAPHIC];

    private Words() {}

    /** In the order of their places. */
    static List<Word> of(String text) {
        List<Word> words = read(text);
        List<Word> all = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            all.add(words.get(i));
            addJoined(text, words, i, all);
        }
        return all;
    }

    private static final int ALL_SCRIPTS =
            CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;

    /** Keeps a stream for each thread: to make one takes longer than to read a short text. */
    private static final Analyzer ANALYZER = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = new StandardTokenizer();
            return new TokenStreamComponents(tokenizer, new CJKBigramFilter(new Folding(tokenizer), ALL_SCRIPTS, true));
        }
    };

    private static List<Word> read(String text) {
        List<Word> words = new ArrayList<>();
        try (TokenStream stream = ANALYZER.tokenStream("", cut(text))) {
            CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.getAttribute(OffsetAttribute.class);
            PositionIncrementAttribute step = stream.getAttribute(PositionIncrementAttribute.class);
            TypeAttribute type = stream.getAttribute(TypeAttribute.class);
            stream.reset();
            int position = -1;
            while (stream.incrementToken()) {
                position += step.getPositionIncrement();
                if (term.length() > 0) {
                    words.add(new Word(
                            term.toString(), place.startOffset(), place.endOffset(), position, kind(type.type())));
                }
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return words;
    }

    private static Word.Kind kind(String type) {
        if (type.equals(CJKBigramFilter.DOUBLE_TYPE)) {
            return Word.Kind.PAIR;
        }
        return type.equals(CJKBigramFilter.SINGLE_TYPE) || type.equals(LETTER) ? Word.Kind.LETTER : Word.Kind.WORD;
    }

    /** The text with a hyphen for each sign that would hold a word together. Each letter keeps its place. */
    private static String cut(String text) {
        char[] units = text.toCharArray();
        for (int i = 0; i < units.length; i++) {
            if (INSIDE.indexOf(units[i]) >= 0) {
                units[i] = '-';
            }
        }
        return new String(units);
    }

    /** Adds the words that begin with this part: with the next part, and the whole if it has three or more. */
    private static void addJoined(String text, List<Word> words, int first, List<Word> all) {
        if (!joined(text, words, first)) {
            return;
        }
        Word part = words.get(first);
        Word next = words.get(first + 1);
        all.add(new Word(part.term() + next.term(), part.start(), next.end(), part.position(), Word.Kind.JOINED));
        boolean begins = first == 0 || !joined(text, words, first - 1);
        if (begins && joined(text, words, first + 1)) {
            addWhole(text, words, first, all);
        }
    }

    /** A word of very many parts is no word. */
    private static final int MOST_PARTS = 5;

    private static void addWhole(String text, List<Word> words, int first, List<Word> all) {
        StringBuilder whole = new StringBuilder(words.get(first).term());
        int last = first;
        while (joined(text, words, last)) {
            last++;
            whole.append(words.get(last).term());
        }
        if (last - first < MOST_PARTS) {
            Word part = words.get(first);
            all.add(new Word(whole.toString(), part.start(), words.get(last).end(), part.position(), Word.Kind.JOINED));
        }
    }

    /** Whether only a hyphen or the like is between this word and the next, and one of them has letters. */
    private static boolean joined(String text, List<Word> words, int at) {
        if (at + 1 >= words.size()) {
            return false;
        }
        Word word = words.get(at);
        Word next = words.get(at + 1);
        return word.kind() == Word.Kind.WORD
                && next.kind() == Word.Kind.WORD
                && next.start() == word.end() + 1
                && JOINTS.indexOf(text.charAt(word.end())) >= 0
                && (lettered(word) || lettered(next));
    }

    /** Numbers are not joined: 3.14 is not 314. */
    static boolean lettered(Word word) {
        return word.term().codePoints().anyMatch(Character::isLetter);
    }
}
