package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DispositionTest {
    @Test
    void a_name_comes_in_both_forms() {
        assertEquals("attachment; filename=\"a b.txt\"; filename*=UTF-8''a%20b.txt", Disposition.of(false, "a b.txt"));
        assertEquals(
                "inline; filename=\"Gr__e _.png\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%F0%9F%98%80.png",
                Disposition.of(true, "Größe 😀.png"));
    }

    @Test
    void no_name_ends_the_header() {
        assertEquals(
                "attachment; filename=\"a__ _.html_b\"; filename*=UTF-8''a%22%3B%20%5C.html%25b",
                Disposition.of(false, "a\"; \\.html%b"));
    }
}
