package org.parley.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BytesTest {
    @Test
    void a_byte_is_found_wherever_it_stands_and_not_beyond_the_end() {
        for (int length = 1; length < 40; length++) {
            for (int at = 0; at < length; at++) {
                byte[] bytes = Bytes.ascii("}".repeat(at) + "~" + "\u007f".repeat(length - at - 1));
                assertEquals(at, Bytes.indexOf(bytes, 0, length, (byte) '~'));
                assertEquals(-1, Bytes.indexOf(bytes, 0, at, (byte) '~'));
                assertEquals(-1, Bytes.indexOf(bytes, at + 1, length, (byte) '~'));
            }
        }
    }

    @Test
    void a_pattern_is_found_only_whole() {
        byte[] bytes = Bytes.ascii("~~~T~");
        assertEquals(2, Bytes.find(bytes, 0, 5, Bytes.ascii("~T")));
        assertEquals(-1, Bytes.find(bytes, 0, 3, Bytes.ascii("~T")));
        assertEquals(-1, Bytes.find(bytes, 3, 5, Bytes.ascii("~T")));
    }

    @Test
    void numbers_come_back_as_they_were_written() {
        byte[] bytes = new byte[16];
        for (long value : new long[] {0, 9, 0xabcdef, Long.MAX_VALUE, -1}) {
            Bytes.hex(bytes, 0, 16, value);
            assertEquals(value, Bytes.hex(bytes, 0, 16));
        }
        assertEquals(0xab, Bytes.hex(Bytes.ascii("AB"), 0, 2), "as servers write the lengths of chunks");
        assertEquals(1234, Bytes.decimal(Bytes.ascii("1234,"), 0, 5));
    }
}
