package org.parley.messages;

import org.parley.problems.Refusal;

/**
 * A range of a log's numbers, both ends included; empty when {@code first} is above {@code last}.
 *
 * @param hasBefore whether there is something with a lower number
 * @param hasAfter whether there is something with a higher number that may be shown
 */
public record Window(long first, long last, boolean hasBefore, boolean hasAfter) {
    private static Window of(long first, long last, long head) {
        long low = Math.max(1, first);
        long high = Math.max(0, Math.min(head, last));
        return new Window(low, high, low > 1 && head > 0, high < head);
    }

    /** What a client asks for: the numbers before, after or around one, or the newest. */
    public record Asked(Long before, Long after, Long around, int limit) {

        /** @throws Refusal {@code invalid_request} for more than one of them, or no number */
        static Asked of(String before, String after, String around, int limit) {
            Asked asked = new Asked(number("before", before), number("after", after), number("around", around), limit);
            long given = java.util.stream.Stream.of(before, after, around)
                    .filter(java.util.Objects::nonNull)
                    .count();
            if (given > 1) {
                throw Refusal.invalid("before", "cannot stand beside after or around");
            }
            return asked;
        }

        static Asked after(long seq, int limit) {
            return new Asked(null, seq, null, limit);
        }

        static Asked around(long seq, int limit) {
            return new Asked(null, null, seq, limit);
        }

        /** A whole number, 0 or above; {@code null} stays {@code null}. */
        static Long number(String parameter, String typed) {
            if (typed == null) {
                return null;
            }
            if (!typed.matches("\\d{1,18}")) {
                throw Refusal.invalid(parameter, "must be a number of the log");
            }
            return Long.valueOf(typed);
        }

        Window within(long head) {
            if (after != null) {
                long from = Math.min(after, head);
                return Window.of(from + 1, from + limit, head);
            }
            if (around != null) {
                long first = Math.max(1, Math.min(around - limit / 2, head - limit + 1));
                return Window.of(first, first + limit - 1, head);
            }
            long end = before == null ? head : Math.min(before - 1, head);
            return Window.of(end - limit + 1, end, head);
        }
    }
}
