package org.parley.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A part of a text with the places of what was looked for.
 *
 * @param text at most 200 code points, in one line
 * @param ranges in UTF-16 units, in order; none touches another
 */
record Highlight(String text, List<Clause.Range> ranges) {
    private static final int LONGEST = 200;
    /** How much of the text is shown before the first place. */
    private static final int BEFORE = 60;

    private static final String MORE = "…";

    /** @param places in any order; they may overlap */
    static Highlight of(String text, List<Clause.Range> places) {
        List<Clause.Range> merged = merged(places);
        String line = text.replace('\n', ' ').replace('\t', ' ');
        int length = line.codePointCount(0, line.length());
        if (length <= LONGEST) {
            return new Highlight(line, merged);
        }
        int first = merged.isEmpty() ? 0 : line.codePointCount(0, merged.get(0).start());
        int from = Math.max(0, Math.min(first - BEFORE, length - LONGEST));
        return cut(line, from, length, merged);
    }

    /** @param from in code points, as are the lengths */
    private static Highlight cut(String line, int from, int length, List<Clause.Range> places) {
        int begin = from == 0 ? 0 : afterSpace(line, line.offsetByCodePoints(0, from), BEFORE / 2);
        String head = begin == 0 ? "" : MORE;
        int room = LONGEST - head.length() - 1;
        int rest = line.codePointCount(begin, line.length());
        int end = rest <= room + 1 ? line.length() : line.offsetByCodePoints(begin, room);
        String text = head + line.substring(begin, end) + (end == line.length() ? "" : MORE);
        int shift = head.length() - begin;
        List<Clause.Range> shown = places.stream()
                .filter(place -> place.start() >= begin && place.start() < end)
                .map(place -> new Clause.Range(place.start() + shift, Math.min(place.end(), end) + shift))
                .toList();
        return new Highlight(text, shown);
    }

    /** The beginning of the next word, unless it is farther away than this. */
    private static int afterSpace(String line, int at, int farthest) {
        int space = line.indexOf(' ', at);
        return space < 0 || space - at > farthest ? at : space + 1;
    }

    private static List<Clause.Range> merged(List<Clause.Range> places) {
        List<Clause.Range> merged = new ArrayList<>();
        places.stream()
                .sorted(Comparator.comparingInt(Clause.Range::start).thenComparingInt(Clause.Range::end))
                .forEach(place -> {
                    Clause.Range last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
                    if (last != null && place.start() <= last.end()) {
                        merged.set(
                                merged.size() - 1, new Clause.Range(last.start(), Math.max(last.end(), place.end())));
                    } else {
                        merged.add(place);
                    }
                });
        return merged;
    }
}
