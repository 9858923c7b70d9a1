package org.parley.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void marks_go_and_words_stay() {
        assertEquals("bold and slanted, gone", PlainText.of("**bold** and _slanted_, ~~gone~~"));
        assertEquals("Title\nsaid\nfirst\ndone", PlainText.of("## Title\n> said\n- first\n- [x] done"));
        assertEquals("run mvn verify now", PlainText.of("run `mvn verify` now"));
    }

    @Test
    void a_link_keeps_its_label_and_its_address() {
        assertEquals(
                "see the guide (https://example.org/a_b)", PlainText.of("see [the guide](https://example.org/a_b)"));
    }

    @Test
    void what_is_no_mark_stays() {
        for (String typed :
                new String[] {"2 * 3 = 6", "snake_case_name", "~5 people", "a[0] (x)", "1. first", "C:\\new"}) {
            assertEquals(typed, PlainText.of(typed));
        }
        assertEquals("*not slanted*", PlainText.of("\\*not slanted\\*"));
    }

    @Test
    void code_stays_as_it_was_typed() {
        assertEquals("look:\n# def f(**all):\n  pass", PlainText.of("look:\n```py\n# def f(**all):\n  pass\n```"));
    }

    @Test
    void a_text_of_marks_alone_stays() {
        assertEquals("***", PlainText.of("***"));
        assertEquals("```", PlainText.of("```"));
    }
}
