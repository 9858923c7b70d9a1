package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-, 0, 10",
        "bytes=0-0, 0, 1",
        "bytes=3-5, 3, 3",
        "bytes=9-, 9, 1",
        "bytes=5-999999999999, 5, 5",
        "bytes=-3, 7, 3",
        "bytes=-99, 0, 10",
    })
    void a_part(String header, long first, long length) {
        ByteRange range = ByteRange.of(header, 10);
        assertEquals(new ByteRange(first, length, true), range);
        assertEquals("bytes " + first + "-" + (first + length - 1) + "/10", range.told(10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes=",
                "bytes=-",
                "bytes=5-3",
                "bytes=1-2,4-5",
                "bytes=x-3",
                "lines=1-2",
                "bytes=1-9999999999999999999"
            })
    void what_is_malformed_or_more_than_one_part_means_the_whole(String header) {
        assertEquals(new ByteRange(0, 10, false), ByteRange.of(header, 10));
        assertEquals(new ByteRange(0, 10, false), ByteRange.of(null, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-12", "bytes=-0", "bytes=999999999999999999-"})
    void what_is_not_there(String header) {
        ByteRange range = ByteRange.of(header, 10);
        assertFalse(range.satisfiable());
        assertEquals("bytes */10", range.told(10));
    }

    @Test
    void an_empty_file_has_no_parts() {
        assertFalse(ByteRange.of("bytes=0-", 0).satisfiable());
        assertFalse(ByteRange.of("bytes=-5", 0).satisfiable());
    }
}
