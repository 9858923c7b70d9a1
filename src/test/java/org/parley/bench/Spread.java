package org.parley.bench;

import java.util.List;

/** The median of the repetitions, and how far they differ. */
record Spread(int count, double least, double median, double most) {
    static Spread of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int count = sorted.size();
        if (count == 0) {
            return new Spread(0, 0, 0, 0);
        }
        double median = (sorted.get((count - 1) / 2) + sorted.get(count / 2)) / 2;
        return new Spread(count, sorted.get(0), median, sorted.get(count - 1));
    }

    @Override
    public String toString() {
        if (count == 0) {
            return "–";
        }
        return count == 1 ? text(median) : text(median) + " [" + text(least) + " – " + text(most) + "]";
    }

    /** Three digits, and thousands set apart. */
    static String text(double value) {
        double size = Math.abs(value);
        if (size >= 1000) {
            return String.format("%,d", Math.round(value)).replace(',', '\u00a0');
        }
        return size >= 100 || value == Math.rint(value)
                ? Long.toString(Math.round(value))
                : String.format(size >= 10 ? "%.1f" : "%.2f", value);
    }
}
