package org.parley.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HistogramTest {
    @Test
    void quantiles_are_right_within_the_width_of_a_step() {
        Histogram times = new Histogram();
        LongStream.rangeClosed(1, 100_000).forEach(micros -> times.add(micros * 1000));
        for (double quantile : new double[] {.001, .1, .5, .9, .99, .999}) {
            assertEquals(quantile * 100, times.millis(quantile), quantile * 1.6);
        }
        assertEquals(100, times.mostMillis());
    }

    @Test
    void one_slow_answer_shows_only_where_it_belongs() {
        Histogram times = new Histogram();
        LongStream.range(0, 999).forEach(i -> times.add(1_000_000));
        times.add(5_000_000_000L);
        assertEquals(1, times.millis(.99), 0.02);
        assertEquals(5000, times.millis(1), 0.1);
    }

    @Test
    void where_nothing_was_measured_there_is_nothing() {
        assertEquals(0, new Histogram().millis(.5));
    }
}
