package org.parley.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static final Clock STOPPED = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void many_ids_of_one_millisecond_differ() {
        Set<Long> ids = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 100_000).parallel().forEach(i -> ids.add(Ids.next(STOPPED)));
        assertEquals(100_000, ids.size());
    }

    @Test
    void later_ids_are_greater_even_if_the_clock_goes_back() {
        long first = Ids.next(STOPPED);
        long earlier = Ids.next(Clock.offset(STOPPED, Duration.ofDays(-1)));
        long later = Ids.next(Clock.offset(STOPPED, Duration.ofMillis(1)));
        assertTrue(0 < first && first < earlier && earlier < later);
    }
}
