package org.parley.search;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Makes words equal that differ only in case, width or accents. Marks that are letters of their own stay, such as the
 * vowel signs of Indic scripts and the voicing marks of Japanese.
 */
final class Folding extends TokenFilter {
    private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 DECOMPOSED = Normalizer2.getNFDInstance();
    private static final Normalizer2 COMPOSED = Normalizer2.getNFCInstance();
    /** One letter becomes at most four. */
    private static final int MOST_OF_ONE = 4;

    private static final int LAST_OF_ASCII = 0x7F;
    private static final int VOICED = 0x3099;
    private static final int HALF_VOICED = 0x309A;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    Folding(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (!foldedInPlace(term.buffer(), term.length())) {
            String folded = folded(term.toString());
            term.setEmpty().append(folded);
        }
        return true;
    }

    /**
     * @return false if there are other letters; small letters may be in the place of capitals then, which does no
     *     harm
     */
    private static boolean foldedInPlace(char[] units, int length) {
        for (int i = 0; i < length; i++) {
            char unit = units[i];
            if (unit >= 'A' && unit <= 'Z') {
                units[i] = (char) (unit + 'a' - 'A');
            } else if (unit > LAST_OF_ASCII && !stays(unit)) {
                return false;
            }
        }
        return true;
    }

    /** Whether folding leaves it as it is, in any word: most letters of Chinese, Japanese, Korean and Russian. */
    static boolean stays(char unit) {
        if (unit < '\u3041') {
            return unit >= 'а' && unit <= 'я' && unit != 'й';
        }
        return unit <= 'ゖ'
                || (unit >= 'ァ' && unit <= 'ヺ')
                || (unit >= '\u4E00' && unit <= '\u9FFF')
                || (unit >= '가' && unit <= '힣');
    }

    static String folded(String word) {
        String decomposed = DECOMPOSED.normalize(CASEFOLD.normalize(word));
        if (decomposed.chars().allMatch(unit -> unit <= LAST_OF_ASCII)) {
            return decomposed;
        }
        StringBuilder bare = new StringBuilder(decomposed.length());
        decomposed.codePoints().filter(letter -> !accent(letter)).forEach(bare::appendCodePoint);
        return withoutStrokes(COMPOSED.normalize(bare));
    }

    private static boolean accent(int letter) {
        if (UCharacter.getType(letter) != UCharacterCategory.NON_SPACING_MARK) {
            return false;
        }
        int script = UScript.getScript(letter);
        return script == UScript.HEBREW || (script == UScript.INHERITED && letter != VOICED && letter != HALF_VOICED);
    }

    /** Latin letters that have no accent to take away, such as ø, ł and đ. */
    private static String withoutStrokes(String word) {
        char[] folded = new char[MOST_OF_ONE * word.length()];
        int length = ASCIIFoldingFilter.foldToASCII(word.toCharArray(), 0, folded, 0, word.length());
        return new String(folded, 0, length);
    }
}
