package org.parley.texts;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Code in a message, as Markdown marks it: code spans and fenced blocks (CommonMark 0.31, 6.1 and 4.5). What other
 * blocks do to them is left out.
 */
public final class Code {
    /** A line that opens a fenced block. What follows backticks must have none. */
    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}(?=[^`]*+$)|~{3,}).*");

    private static final Pattern CLOSED = Pattern.compile(" {0,3}(`{3,}|~{3,})[ \\t]*");

    /** Backticks in a row. */
    private record Run(int start, int end) {
        int length() {
            return end - start;
        }
    }

    private Code() {}

    /** The text with a space in the place of each piece of code. Takes time in proportion to its length. */
    public static String outside(String text) {
        if (text.indexOf('`') < 0 && !text.contains("~~~")) {
            return text;
        }
        StringBuilder outside = new StringBuilder();
        StringBuilder lines = new StringBuilder();
        String fence = null;
        for (String line : text.split("\n", -1)) {
            if (fence == null) {
                Matcher opening = FENCE.matcher(line);
                if (opening.matches()) {
                    fence = opening.group(1);
                    addOutsideSpans(lines.toString(), outside);
                    lines.setLength(0);
                } else {
                    lines.append(line).append('\n');
                }
            } else if (closes(line, fence)) {
                fence = null;
            }
        }
        addOutsideSpans(lines.toString(), outside);
        return outside.toString();
    }

    private static boolean closes(String line, String fence) {
        Matcher closing = CLOSED.matcher(line);
        return closing.matches()
                && closing.group(1).charAt(0) == fence.charAt(0)
                && closing.group(1).length() >= fence.length();
    }

    /** A span goes from some backticks to the next that are as many. */
    private static void addOutsideSpans(String text, StringBuilder outside) {
        List<Run> runs = runs(text);
        Map<Integer, Deque<Run>> byLength = new HashMap<>();
        runs.forEach(run -> byLength.computeIfAbsent(run.length(), length -> new ArrayDeque<>())
                .add(run));
        int done = 0;
        for (Run run : runs) {
            boolean escaped = run.start() > 0 && text.charAt(run.start() - 1) == '\\';
            Deque<Run> alike = byLength.getOrDefault(run.length() - (escaped ? 1 : 0), new ArrayDeque<>());
            while (!alike.isEmpty() && alike.peek().start() <= run.start()) {
                alike.remove();
            }
            if (run.start() >= done && !alike.isEmpty()) {
                outside.append(text, done, run.start()).append(' ');
                done = alike.peek().end();
            }
        }
        outside.append(text, done, text.length()).append(' ');
    }

    private static List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        int start = text.indexOf('`');
        while (start >= 0) {
            int end = start;
            while (end < text.length() && text.charAt(end) == '`') {
                end++;
            }
            runs.add(new Run(start, end));
            start = text.indexOf('`', end);
        }
        return runs;
    }
}
