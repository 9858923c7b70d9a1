package org.parley.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.harness.Uploads;

/** The content decides on the type, whatever the name says. */
class ContentTypeTest {
    @TempDir
    Path folder;

    @Test
    void a_name_lies() throws IOException {
        assertEquals("text/html", of("picture.png", "<!DOCTYPE html><html><script>alert(1)</script></html>"));
        assertEquals("image/svg+xml", of("p.png", "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"));
        assertEquals("application/pdf", of("a.txt", "%PDF-1.7\n/JavaScript"));
        assertEquals("text/plain", of("a.png", "just text"));
        assertEquals("text/plain", of("a.html", "just text"));
        assertEquals("image/png", of("a.html", Uploads.png(2, 2)));
        assertEquals("application/octet-stream", of("a.mp3", new byte[] {0, 1, 2, 3}));
        assertEquals("application/octet-stream", of("empty.txt", ""));
    }

    @Test
    void what_is_two_things_is_what_a_browser_sees() throws IOException {
        assertEquals("image/gif", of("a.jar", "GIF89a\1\0\1\0\0\0\0;PK\3\4"));
    }

    @ParameterizedTest
    @CsvSource({
        "audio/mpeg, 494433030000000000000000FFFB9064",
        "audio/mpeg, FFFB906400000000000000000000",
        "audio/mp4, 0000001C667479704D344120000000004D3441206D703432",
        "audio/ogg, 4F67675300020000000000000000000000000000000000000000011E01766F72626973",
        "audio/wav, 524946462400000057415645666D7420",
        "video/mp4, 000000186674797069736F6D0000020069736F6D69736F32",
        "video/mp4, 00000018667479706D703432000000006D70343269736F6D",
        "video/quicktime, 00000014667479707174202000000200717420200000",
        "video/webm, 1A45DFA39F4286810142F7810142F2810442F381084282847765626D",
    })
    void what_can_be_heard_or_seen_is_known(String type, String begin) throws IOException {
        assertEquals(type, of("x", HexFormat.of().parseHex(begin)));
        assertEquals(!type.equals("video/quicktime"), ContentType.playable(type));
    }

    @Test
    void other_audio_and_video_is_saved() {
        assertFalse(ContentType.playable("video/x-msvideo"));
        assertFalse(ContentType.playable("text/html"));
    }

    private String of(String name, String content) throws IOException {
        return of(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private String of(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("x"), content);
        return ContentType.of(file, name);
    }
}
