package org.parley.messages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

/**
 * Limits the octets of an answer or a frame. A reader asks for a number of messages, and two hundred long texts would
 * be megabytes; an answer that waits for a slow reader stays in memory. One item always fits, however long it is.
 */
public final class Portion {
    /** The approximate length of an answer, in octets of UTF-8. */
    public static final int MOST_OCTETS = 1 << 20;
    /** The JSON around a text: numbers, names, times. */
    static final int AROUND_A_TEXT = 400;

    /** The JSON of a file, with a name as long as most are. */
    private static final int OF_A_FILE = 600;
    /** How many items are read at first. Most pages ask for no more. */
    static final int FIRST_RUN = 50;

    private static final int MOST_OF_A_UNIT = 3;
    private static final int LAST_OF_ONE_OCTET = 0x7F;
    private static final int LAST_OF_TWO_OCTETS = 0x7FF;

    /** Something of which an answer has many. */
    public interface Item {
        /** What a person wrote; empty if there is nothing. */
        String text();

        /** How many files it shows. */
        default int files() {
            return 0;
        }
    }

    private Portion() {}

    /** How many of the first items fit, at least one. */
    public static <T> int count(Iterable<T> all, ToIntFunction<T> octets, int most) {
        int count = 0;
        int sum = 0;
        for (T next : all) {
            sum += octets.applyAsInt(next);
            if (sum > most && count > 0) {
                return count;
            }
            count++;
        }
        return count;
    }

    /** As many of the first as fit, estimated before anything is encoded. */
    public static <T extends Item> List<T> first(List<T> all, int most) {
        return surelyFit(all, most) ? all : all.subList(0, count(all, Portion::estimated, most));
    }

    /**
     * Reads in runs, each twice as long as the one before, until there are enough items or they fill an answer.
     * Otherwise two hundred long texts would be read, and most of them thrown away.
     *
     * @param limit the most items
     * @param run gives the items after those that were read, at most so many; fewer at the end
     */
    static <T extends Item> List<T> read(int limit, BiFunction<List<T>, Integer, List<T>> run) {
        List<T> all = new ArrayList<>();
        int wanted = Math.min(limit, FIRST_RUN);
        boolean more = true;
        while (more && wanted > 0 && !full(all)) {
            List<T> next = run.apply(all, wanted);
            all.addAll(next);
            more = next.size() == wanted;
            wanted = Math.min(limit - all.size(), 2 * wanted);
        }
        return all;
    }

    /** Whether the items are more than an answer may have. */
    static boolean full(List<? extends Item> all) {
        return !surelyFit(all, MOST_OCTETS) && count(all, Portion::estimated, MOST_OCTETS) < all.size();
    }

    /** As many of the last as fit, in the same order. */
    static <T extends Item> List<T> last(List<T> all, int most) {
        if (surelyFit(all, most)) {
            return all;
        }
        List<T> backwards = new ArrayList<>(all);
        Collections.reverse(backwards);
        return all.subList(all.size() - count(backwards, Portion::estimated, most), all.size());
    }

    /** Whether all fit, whatever letters they have. Nearly always they do, and then no text must be gone through. */
    private static boolean surelyFit(List<? extends Item> all, int most) {
        long sum = 0;
        for (Item item : all) {
            sum += AROUND_A_TEXT + MOST_OF_A_UNIT * item.text().length() + OF_A_FILE * item.files();
        }
        return sum <= most;
    }

    /** The approximate length of an item in an answer. */
    public static int estimated(Item item) {
        return AROUND_A_TEXT + octets(item.text()) + OF_A_FILE * item.files();
    }

    /** The length in UTF-8, where a surrogate pair has four octets. */
    static int octets(String text) {
        int octets = text.length();
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit > LAST_OF_TWO_OCTETS && !Character.isSurrogate(unit)) {
                octets += 2;
            } else if (unit > LAST_OF_ONE_OCTET) {
                octets++;
            }
        }
        return octets;
    }
}
