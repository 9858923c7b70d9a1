package org.parley.texts;

import java.util.regex.Pattern;

/**
 * The text of a message without the marks of Markdown, for those who show or search a part of it. No word that was
 * typed is lost: the address of a link stands behind its label. It takes time in proportion to the length of the text.
 */
public final class PlainText {
    /** At the beginning of a line: quotes, headings, items of lists, and the boxes of tasks. */
    private static final Pattern OPENING = Pattern.compile(
            "[ \\t]*+(?:(?:>|#{1,6}(?=[ \\t])|[-*+](?=[ \\t]))[ \\t]*+)*+" + "(?:\\[[ xX]](?=[ \\t])[ \\t]*+)?+");

    private static final Pattern FENCE = Pattern.compile(" {0,3}(?:`{3,}+[^`]*+|~{3,}+.*+)");
    /** The label has no brackets and the address no spaces, so a search stops soon wherever it begins. */
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\[\\]]{1,500}+)]\\(([^()\\s]{1,2000}+)\\)");

    private static final String MARKS = "*_~`";
    private static final String ESCAPED = MARKS + "[]#>+-\\";

    private PlainText() {}

    public static String of(String body) {
        StringBuilder plain = new StringBuilder(body.length());
        boolean code = false;
        for (String line : body.split("\n", -1)) {
            // Most lines begin with a word and have no link, and matching takes long.
            boolean words = !line.isEmpty() && Character.isLetterOrDigit(line.charAt(0));
            if (!words && FENCE.matcher(line).matches()) {
                code = !code;
                continue;
            }
            plain.append(plain.isEmpty() ? "" : "\n");
            if (code) {
                plain.append(line);
            } else {
                addWithoutMarks(
                        withoutAddresses(words ? line : OPENING.matcher(line).replaceFirst("")), plain);
            }
        }
        String text = plain.toString().strip();
        return text.isEmpty() ? body : text;
    }

    private static String withoutAddresses(String line) {
        return line.contains("](") ? LINK.matcher(line).replaceAll("$1 ($2)") : line;
    }

    private static void addWithoutMarks(String line, StringBuilder plain) {
        int at = 0;
        while (at < line.length()) {
            int end = endOfWords(line, at);
            plain.append(line, at, end);
            at = end == line.length() ? end : addAfterMark(line, end, plain);
        }
    }

    private static int endOfWords(String line, int start) {
        int end = start;
        while (end < line.length() && line.charAt(end) != '\\' && MARKS.indexOf(line.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** Adds what the mark or the backslash at this place leaves, and returns where the text goes on. */
    private static int addAfterMark(String line, int at, StringBuilder plain) {
        if (line.charAt(at) == '\\') {
            boolean escapes = at + 1 < line.length() && ESCAPED.indexOf(line.charAt(at + 1)) >= 0;
            plain.append(line.charAt(escapes ? at + 1 : at));
            return escapes ? at + 2 : at + 1;
        }
        int end = endOfRun(line, at);
        if (!marks(line, at, end)) {
            plain.append(line, at, end);
        }
        return end;
    }

    private static int endOfRun(String line, int start) {
        int end = start;
        while (end < line.length() && line.charAt(end) == line.charAt(start)) {
            end++;
        }
        return end;
    }

    /** Not between two spaces, as in {@code 2 * 3}, and not within a word, as in {@code snake_case}. */
    private static boolean marks(String line, int start, int end) {
        if (line.charAt(start) == '`') {
            return true;
        }
        if (line.charAt(start) == '~' && end - start != 2) {
            return false;
        }
        char before = start == 0 ? ' ' : line.charAt(start - 1);
        char after = end == line.length() ? ' ' : line.charAt(end);
        boolean between = Character.isWhitespace(before) && Character.isWhitespace(after);
        return !between && !(ofWord(before) && ofWord(after));
    }

    private static boolean ofWord(char unit) {
        return Character.isLetterOrDigit(unit) || Character.isSurrogate(unit);
    }
}
