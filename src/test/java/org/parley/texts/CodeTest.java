package org.parley.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in code is told from what does not. Here {@code @in} is in code, and {@code @out} is not. */
class CodeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@out",
                "@out `@in` @out",
                "@out ``a ` @in`` @out",
                "@out ` @out",
                "@out ``@out` @out",
                "`@in` @out `@in`",
                "@out `two\n@in` @out",
                "@out \\`@out`",
                "\\``@in` @out",
                "@out\n```\n@in\n```\n@out",
                "@out\n```java\n@in ` @in\n````\n@out",
                "@out\n   ~~~~\n@in\n~~~\n@in\n~~~~~  \n@out",
                "@out\n```\n@in to the end",
                "@out `@in`\n```\n@in\n```\n`@in` @out",
                "```@in``` @out",
                "@out `\n```\n@in\n```\n@out ` @out",
                "    ```\n@out"
            })
    void code_is_told_from_the_rest(String text) {
        String outside = Code.outside(text);
        assertTrue(outside.contains("@out"), outside);
        assertFalse(outside.contains("@in"), outside);
        assertEquals(text.split("@out", -1).length, outside.split("@out", -1).length, outside);
    }

    @Test
    void a_text_without_code_stays_as_it_is() {
        String text = "no code ~ here\nnor here";
        assertEquals(text, Code.outside(text));
    }

    @Test
    void no_text_is_too_hard() {
        StringBuilder rising = new StringBuilder();
        for (int i = 1; rising.length() < 8000; i++) {
            rising.append("`".repeat(i)).append('a');
        }
        for (String text :
                new String[] {"`a".repeat(4000), "`".repeat(8000), rising.toString(), "~~~\n".repeat(2000)}) {
            assertTrue(Code.outside(text).length() <= text.length() + 2);
        }
    }
}
