package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodedTest {
    @ParameterizedTest
    @CsvSource({
        "0, 81 00",
        "125, 81 7d",
        "126, 81 7e 00 7e",
        "65535, 81 7e ff ff",
        "65536, 81 7f 00 00 00 00 00 01 00 00"
    })
    void a_frame_says_its_length_as_the_standard_has_it(int length, String header) {
        byte[] text = "x".repeat(length).getBytes(StandardCharsets.UTF_8);
        byte[] frame = octets(Encoded.one("test", text).frame());
        int headed = frame.length - length;
        assertEquals(header, hex(Arrays.copyOf(frame, headed)));
        assertArrayEquals(text, Arrays.copyOfRange(frame, headed, frame.length));
    }

    @Test
    void several_are_an_array_and_one_is_not() {
        assertEquals("{}", frame("{}").text());
        assertEquals("[{},\"ä\"]", joined("{}", "\"ä\"").text());
        assertEquals(
                "[1,2,3]", Encoded.joined(List.of(joined("1", "2"), frame("3"))).text());
    }

    @Test
    void the_frame_has_what_the_text_says() {
        Encoded several = joined("{}", "\"ä€😀\"");
        byte[] frame = octets(several.frame());
        assertEquals(several.text(), new String(frame, 2, frame.length - 2, StandardCharsets.UTF_8));
    }

    @Test
    void a_reader_that_reads_a_frame_leaves_it_whole_for_the_next() {
        Encoded shared = frame("{}");
        octets(shared.frame());
        assertEquals(4, shared.frame().remaining());
    }

    @Test
    void listeners_for_whom_the_same_frames_wait_share_one() {
        Encoded one = frame("1");
        Encoded two = frame("2");
        Encoded both = Encoded.joined(List.of(one, two));
        assertSame(both, Encoded.joined(List.of(one, two)));
        assertEquals("[1,3]", Encoded.joined(List.of(one, frame("3"))).text());
        assertEquals("[1,2]", both.text());
        assertEquals("[1,2,3]", Encoded.joined(List.of(one, two, frame("3"))).text());
    }

    private static Encoded joined(String first, String second) {
        return Encoded.joined(List.of(frame(first), frame(second)));
    }

    private static Encoded frame(String text) {
        return Encoded.one("test", text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] octets(ByteBuffer frame) {
        byte[] octets = new byte[frame.remaining()];
        frame.get(octets);
        return octets;
    }

    private static String hex(byte[] octets) {
        StringBuilder hex = new StringBuilder();
        for (byte octet : octets) {
            hex.append(hex.isEmpty() ? "" : " ").append(String.format("%02x", octet));
        }
        return hex.toString();
    }
}
