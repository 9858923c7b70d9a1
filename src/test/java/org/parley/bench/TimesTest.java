package org.parley.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimesTest {
    @Test
    void quantiles_are_right_to_three_digits() {
        Times times = new Times();
        LongStream.rangeClosed(1, 100_000).forEach(micros -> times.add(micros * 1000));
        for (double quantile : new double[] {.01, .1, .5, .9, .99, .999}) {
            assertEquals(quantile * 100, times.millis(quantile), quantile * .1 + .002);
        }
        assertEquals(100, times.mostMillis(), .1);
    }

    @Test
    void one_slow_answer_shows_only_where_it_belongs() {
        Times times = new Times();
        LongStream.range(0, 999).forEach(i -> times.add(1_000_000));
        times.add(5_000_000_000L);
        assertEquals(1, times.millis(.99), .002);
        assertEquals(5000, times.millis(1), 5);
    }

    @Test
    void what_took_longer_than_an_hour_counts_as_an_hour() {
        Times times = new Times();
        times.add(Long.MAX_VALUE);
        assertEquals(3_600_000, times.mostMillis(), 3600);
    }

    @Test
    void where_nothing_was_measured_there_is_nothing() {
        assertEquals(0, new Times().millis(.5));
        assertEquals(0, new Times().mostMillis());
    }
}
