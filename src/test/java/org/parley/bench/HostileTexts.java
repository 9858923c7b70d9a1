package org.parley.bench;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Messages of the greatest size that cost a page most to draw. A message of more than 2000 marks is drawn without any,
 * so those with marks are just below.
 */
final class HostileTexts {
    private static final int LONGEST = 8000;
    private static final String JAPANESE = "\u65E5\u672C\u8A9E\u306F\u4E3B\u306B\u65E5\u672C\u56FD\u5185\u3067";
    private static final String BOTH_WAYS = "a\u05D0";

    private HostileTexts() {}

    /** On one letter; the server refuses more. */
    private static final int MOST_ACCENTS = 30;

    /** @param mention a name with its sign, and a space */
    static Map<String, String> all(String mention) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("quotes and lists in each other", "> - > - > - > - a\n\n".repeat(110));
        texts.put("numbers and lists in each other", "1. - 1. - 1. - 1. - a\n\n".repeat(110));
        texts.put("numbers", "1. a\n3. b\n".repeat(330));
        texts.put("tasks", "- [x] a\n".repeat(660));
        texts.put("table", table(25, 25, "abc def gh"));
        texts.put("code", code("js", "a(\"b\", 1) /* c */;\n"));
        texts.put("blocks of code", ("```js\n" + "a = 1;".repeat(140) + "\n```\n").repeat(9));
        texts.put("many blocks of code", "```js\n1\n```\n".repeat(199));
        texts.put("code between words", "`a` b ".repeat(990));
        texts.put("bold words", "**a** ".repeat(660));
        texts.put("marks without an end", filled("*a ", LONGEST));
        texts.put("backslashes", filled("\\*", LONGEST));
        texts.put("backticks", "`".repeat(LONGEST));
        texts.put("links", filled("http://a ", LONGEST));
        texts.put("mentions", filled(mention, LONGEST));
        texts.put("emoji", filled("\uD83D\uDE00", LONGEST));
        texts.put("letters of all languages", letters());
        texts.put("Japanese", filled(JAPANESE, LONGEST));
        texts.put("Japanese code", code("", JAPANESE));
        texts.put("Japanese code with colours", code("js", JAPANESE));
        texts.put("accents", filled("a" + "\u0301".repeat(MOST_ACCENTS), LONGEST));
        texts.put("from left and from right", filled(BOTH_WAYS, LONGEST));
        texts.put("code from left and from right", code("", BOTH_WAYS));
        return texts;
    }

    private static String code(String language, String pattern) {
        String begin = "```" + language + "\n";
        String end = "\n```";
        return begin + filled(pattern, LONGEST - begin.length() - end.length()) + end;
    }

    private static String table(int columns, int rows, String cell) {
        String row = "|" + (cell + "|").repeat(columns) + "\n";
        return row + "|" + "-|".repeat(columns) + "\n" + row.repeat(rows);
    }

    /** The server's normal form of the others is longer. */
    private static String letters() {
        int[] letters = IntStream.iterate(0x100, i -> i + 1)
                .filter(Character::isLetter)
                .filter(letter -> Normalizer.isNormalized(Character.toString(letter), Form.NFC))
                .limit(LONGEST)
                .toArray();
        return new String(letters, 0, LONGEST);
    }

    private static String filled(String pattern, int length) {
        String text = pattern.repeat(length / pattern.codePointCount(0, pattern.length()) + 1);
        return text.substring(0, text.offsetByCodePoints(0, length));
    }
}
