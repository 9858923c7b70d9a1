package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServedJsonTest {
    private static final byte[] COMPRESSED = {1};

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip|true",
                "gzip, deflate, br, zstd|true",
                "br , GZIP ;q=0.5|true",
                "deflate, gzip;q=1.0, *;q=0.5|true",
                "gzip;q=0|false",
                "gzip; q=0.000, br|false",
                "gzip;q=0.001|true",
                "deflate|false",
                "x-gzipped|false",
                "''|false",
                "|false"
            })
    void it_is_compressed_for_whoever_wants_it(String accepted, boolean compressed) {
        byte[] octets = new byte[1024];
        Response answer = new ServedJson(octets, "tag", () -> COMPRESSED).answer(null, accepted);
        assertEquals(compressed ? "gzip" : null, answer.getHeaderString("Content-Encoding"));
        assertArrayEquals(compressed ? COMPRESSED : octets, (byte[]) answer.getEntity());
        assertEquals("Accept-Encoding", answer.getHeaderString("Vary"));
    }

    @Test
    void what_is_short_stays_as_it_is() {
        Response answer = new ServedJson(new byte[1023], "tag", () -> COMPRESSED).answer(null, "gzip");
        assertEquals(1023, ((byte[]) answer.getEntity()).length);
    }

    @Test
    void who_has_it_gets_no_octets() {
        for (String known : Arrays.asList("\"tag\"", "W/\"tag\"", "\"a\", W/\"tag\"")) {
            Response answer = new ServedJson(new byte[2000], "tag", () -> COMPRESSED).answer(known, "gzip");
            assertEquals(304, answer.getStatus(), known);
            assertEquals("W/\"tag\"", answer.getHeaderString("ETag"));
        }
    }
}
