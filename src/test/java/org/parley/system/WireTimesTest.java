package org.parley.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTimesTest {
    private final ObjectMapper json = Provided.json();

    private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").toEpochMilli();

    private record Timed(Instant at) {}

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T09:30:00Z, 2026-11-21T09:30:00.000Z",
        "2026-11-21T09:30:00.1Z, 2026-11-21T09:30:00.100Z",
        "2026-11-21T23:59:59.999999999Z, 2026-11-21T23:59:59.999Z",
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:00.000Z",
        "1969-12-31T23:59:59.999Z, 1969-12-31T23:59:59.999Z",
        "2024-02-29T04:05:06.007Z, 2024-02-29T04:05:06.007Z",
        "0001-02-03T04:05:06.070Z, 0001-02-03T04:05:06.070Z",
        "9999-12-31T23:59:59Z, 9999-12-31T23:59:59.000Z",
        "+10000-01-01T00:00:00Z, +10000-01-01T00:00:00.000Z",
        "-0001-12-31T23:59:59Z, -0001-12-31T23:59:59.000Z"
    })
    void a_time_is_written_in_utc_with_three_digits(String time, String written) throws JsonProcessingException {
        Instant at = Instant.parse(time);
        assertEquals("\"" + written + "\"", json.writeValueAsString(at));
        assertEquals(written, WireTimes.text(at));
    }

    @Test
    void every_time_is_written_as_a_formatter_would() {
        DateTimeFormatter format =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
        Random random = new Random(21);
        for (int i = 0; i < 10_000; i++) {
            Instant at = Instant.ofEpochMilli(random.nextLong(FIRST, LAST));
            assertEquals(format.format(at), WireTimes.text(at));
        }
    }

    @Test
    void it_is_written_the_same_way_wherever_it_stands() throws JsonProcessingException {
        String written = "\"1970-01-01T00:00:00.000Z\"";
        assertEquals("{\"at\":" + written + "}", json.writeValueAsString(new Timed(Instant.EPOCH)));
        assertEquals("{\"at\":null}", json.writeValueAsString(new Timed(null)));
        assertEquals("{\"at\":" + written + "}", json.writeValueAsString(Map.of("at", Instant.EPOCH)));
        assertEquals("[" + written + "]", json.writeValueAsString(List.of(Optional.of(Instant.EPOCH))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21T09:30:00Z",
                "2026-11-21T09:30:00.000Z",
                "2026-11-21T10:30:00+01:00",
                "2026-11-21T09:30Z"
            })
    void any_offset_is_understood(String text) throws JsonProcessingException {
        assertEquals(Instant.parse("2026-11-21T09:30:00Z"), json.readValue("\"" + text + "\"", Instant.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1795253400",
                "1795253400.5",
                "\"1795253400\"",
                "\"\"",
                "true",
                "[]",
                "{}",
                "\"2026-11-21\"",
                "\"2026-11-21T09:30:00\"",
                "\"tomorrow\""
            })
    void nothing_else_is_taken_for_a_time(String text) {
        assertThrows(JsonMappingException.class, () -> json.readValue(text, Instant.class));
        assertThrows(JsonMappingException.class, () -> json.readValue("{\"at\":" + text + "}", Timed.class));
    }
}
