package org.parley.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FileNameTest {
    @Test
    void a_name_is_kept() {
        for (String name : new String[] {"a.txt", "Größe (2).tar.gz", "図.png", "👩‍👧.jpg", ".profile", "a..b"}) {
            assertEquals(name, FileName.of(name));
        }
    }

    @Test
    void separators_and_control_characters_become_low_lines() {
        assertEquals(".._.._etc_passwd", FileName.of("../../etc/passwd"));
        assertEquals("C:_temp_a.txt", FileName.of("C:\\temp\\a.txt"));
        assertEquals("a_b_c__d_.txt", FileName.of("a\u0000b\nc\r\nd\u007f.txt"));
        assertEquals("a_b.txt", FileName.of("a\u2028b.txt"));
    }

    @Test
    void marks_that_turn_text_around_become_low_lines() {
        assertEquals("photo_gpj.exe", FileName.of("photo\u202egpj.exe"));
        for (int mark : new int[] {0x061C, 0x200E, 0x200F, 0x202A, 0x202D, 0x2066, 0x2069}) {
            assertEquals("a_b", FileName.of("a" + Character.toString(mark) + "b"));
        }
    }

    @Test
    void half_a_character_becomes_a_low_line() {
        assertEquals("a_b", FileName.of("a\ud83db"));
    }

    @Test
    void a_long_name_keeps_its_extension() {
        assertEquals("x".repeat(196) + ".png", FileName.of("x".repeat(300) + ".png"));
        assertEquals("😀".repeat(196) + ".png", FileName.of("😀".repeat(300) + ".png"));
        assertEquals("x".repeat(200), FileName.of("x".repeat(300)));
        assertEquals(200, FileName.of("x." + "y".repeat(300)).length());
        assertEquals(200, FileName.of("x".repeat(9000) + ".png").length());
    }

    @Test
    void no_name_is_file() {
        for (String name : new String[] {null, "", "  ", "\t "}) {
            assertEquals(name == null || name.isBlank() && !name.contains("\t") ? "file" : "_", FileName.of(name));
        }
    }

    @Test
    void letters_and_their_marks_are_joined() {
        assertEquals("\u00e9.txt", FileName.of("e\u0301.txt"));
    }
}
