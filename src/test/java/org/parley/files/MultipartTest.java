package org.parley.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.harness.Uploads;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

/** Bodies as browsers, other clients and attackers send them. */
class MultipartTest {
    private static final String TYPE = "multipart/form-data; boundary=x";
    private static final long MOST = 1 << 20;

    @Test
    void a_file_comes_back_to_the_octet() throws IOException {
        byte[] content = new byte[200_000];
        new Random(1).nextBytes(content);
        for (boolean slowly : new boolean[] {false, true}) {
            Multipart parts = of(Uploads.body("a.bin", content), slowly);
            assertTrue(parts.next());
            assertEquals("file", parts.field());
            assertEquals("a.bin", parts.filename());
            assertArrayEquals(content, parts.content().readAllBytes());
            assertFalse(parts.next());
        }
    }

    @Test
    void what_looks_like_the_end_is_content() throws IOException {
        String content = "\r\n--\r\n------a-boundar\r\n------a-boundar--\r\r\n";
        Multipart parts = of(Uploads.body("a", text(content)), true);
        assertTrue(parts.next());
        assertEquals(content, new String(parts.content().readAllBytes(), StandardCharsets.UTF_8));
        assertFalse(parts.next());
    }

    @Test
    void a_body_that_is_cut_anywhere_is_incomplete() {
        byte[] whole = Uploads.body("a.txt", text("hello"));
        // The line end after the last delimiter says nothing.
        for (int length = 0; length < whole.length - 2; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(IOException.class, () -> readAll(of(cut, false)), "after " + length);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "form-data; name=\"file\"; filename=\"%NAME\"",
                "form-data;name=file;filename=\"%NAME\"",
                "Form-Data; filename=\"%NAME\"; name=\"file\"; size=5",
            })
    void names_come_in_several_forms(String disposition) throws IOException {
        assertEquals("a \"b\" ü.txt", filename(disposition.replace("%NAME", "a %22b%22 ü.txt")));
        assertEquals("a \"b\".txt", filename(disposition.replace("%NAME", "a \\\"b\\\".txt")));
        assertEquals("C:\\temp\\a.txt", filename(disposition.replace("%NAME", "C:\\temp\\a.txt")));
    }

    private static String filename(String disposition) throws IOException {
        Multipart parts =
                Multipart.of(TYPE, new ByteArrayInputStream(Uploads.body(disposition, "x", text("hello"))), MOST);
        assertTrue(parts.next());
        assertEquals("file", parts.field());
        return parts.filename();
    }

    @Test
    void a_file_may_have_no_name() throws IOException {
        assertEquals(null, filename("form-data; name=file"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "multipart/mixed; boundary=x",
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; charset=x"
            })
    void another_type_is_refused(String type) {
        assertCode(Code.UNSUPPORTED_TYPE, () -> Multipart.of(type, InputStream.nullInputStream(), MOST));
        assertCode(Code.UNSUPPORTED_TYPE, () -> Multipart.of(null, InputStream.nullInputStream(), MOST));
    }

    @Test
    void a_boundary_may_be_quoted() throws IOException {
        InputStream body = new ByteArrayInputStream(Uploads.body("form-data; name=file", "a b", text("hello")));
        assertTrue(Multipart.of("Multipart/Form-Data; charset=utf-8; Boundary=\"a b\"", body, MOST)
                .next());
    }

    @Test
    void the_octets_of_all_parts_and_headers_are_counted() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        assertCode(Code.TOO_LARGE, () -> Multipart.of(TYPE, endless, MOST).next());
        byte[] longHeader = Uploads.body("form-data; name=\"" + "x".repeat(20_000) + "\"", "x", text("hello"));
        assertThrows(Multipart.Malformed.class, () -> Multipart.of(TYPE, new ByteArrayInputStream(longHeader), MOST)
                .next());
    }

    private static void assertCode(Code code, Executable deed) {
        assertEquals(code, assertThrows(Refusal.class, deed).code());
    }

    private static void readAll(Multipart parts) throws IOException {
        while (parts.next()) {
            parts.content().readAllBytes();
        }
    }

    private static Multipart of(byte[] body, boolean slowly) {
        return Multipart.of(
                Uploads.TYPE, slowly ? new Slow(new ByteArrayInputStream(body)) : new ByteArrayInputStream(body), MOST);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Gives few octets at once. */
    private static final class Slow extends InputStream {
        private final InputStream in;

        Slow(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public int read(byte[] octets, int offset, int most) throws IOException {
            return in.read(octets, offset, Math.min(most, 7));
        }
    }
}
