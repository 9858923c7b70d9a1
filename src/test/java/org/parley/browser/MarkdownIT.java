package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Person;

/** Marks in messages become elements of the page. */
@Tag("once")
@Tag("page")
class MarkdownIT {
    private static final String EVERYTHING =
            """
            # Head
            **bold** *italic* ~~gone~~ `a_b_c` [label](https://a.example/x) <b>raw</b>
            > quoted
            > > deeper
            the answer

            - one
              3. three
              5. five
            - [x] done

            | name | size |
            |---|--:|
            | pear | 12 |

            ```js
            let *x* = 1;
            ```
            ---
            end""";

    private static final String WIDE =
            """
            | one rather long heading | another rather long heading | a third rather long heading |
            |---|---|---|
            | %1$s | %1$s | %1$s |"""
                    .formatted("unbroken".repeat(5));

    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final String room = ann.createRoom(cast.unique("marks"));

    @Test
    void each_kind_of_mark_is_an_element_and_no_sign_is_left() {
        try (Visitor visitor = enter(new NewContextOptions())) {
            ann.post(room, EVERYTHING);
            Locator body = visitor.messages();
            assertThat(body.locator(".heading")).hasText("Head");
            assertThat(body.locator("strong")).hasText(new String[] {"Head", "bold"});
            assertThat(body.locator("em")).hasText("italic");
            assertThat(body.locator("s")).hasText("gone");
            assertThat(body.locator("p code")).hasText("a_b_c");
            assertThat(body.locator("a")).hasAttribute("href", "https://a.example/x");
            assertThat(body.locator("a")).hasAttribute("rel", "noopener noreferrer nofollow");
            assertThat(body.locator("blockquote blockquote")).hasText("deeper");
            assertThat(body.locator("ol > li")).hasText(new String[] {"three", "five"});
            assertEquals(List.of(3, 5), body.locator("ol > li").evaluateAll("all => all.map((one) => one.value)"));
            assertThat(body.getByRole(AriaRole.IMG)).hasAccessibleName("Done:");
            assertThat(body.locator("td")).hasText(new String[] {"pear", "12"});
            assertThat(body.locator("pre")).hasText("let *x* = 1;");
            assertThat(body.locator(".code-language")).hasText("js");
            assertThat(body.locator("hr")).hasCount(1);
            assertThat(body.locator("h1, h2, h3, b, img")).hasCount(0);
            assertThat(body).containsText("<b>raw</b>");
            visitor.assertClean();
        }
    }

    @Test
    @Tag("thorough")
    void axe_finds_nothing_in_either_theme() {
        for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (Visitor visitor = enter(new NewContextOptions().setColorScheme(theme))) {
                ann.post(room, EVERYTHING);
                ann.post(room, WIDE);
                ann.post(room, "```\n" + "one long line ".repeat(20) + "\n```");
                assertThat(visitor.messages().last()).containsText("one long line");
                var found = new AxeBuilder(visitor.page()).analyze().getViolations();
                assertTrue(found.isEmpty(), () -> found.toString());
            }
        }
    }

    @Test
    @Tag("thorough")
    void a_screen_reader_hears_the_text_without_its_marks() {
        try (Visitor visitor = enter(new NewContextOptions())) {
            visitor.write("**what** `matters` [here](https://a.example)");
            assertThat(visitor.page().getByRole(AriaRole.ARTICLE))
                    .hasAccessibleName(Pattern.compile("^" + ann.name() + ": what matters here, \\d+:\\d+"));
        }
    }

    @Test
    @Tag("thorough")
    void a_folded_message_has_its_beginning_and_shows_all_of_it_when_asked() {
        try (Visitor visitor = enter(new NewContextOptions())) {
            ann.post(room, "1. first\n" + "2. between\n".repeat(500) + "3. last");
            Locator row = visitor.message("first");
            assertThat(row.locator(".body")).containsText("between");
            assertThat(row.locator(".body")).not().containsText("last");

            row.scrollIntoViewIfNeeded();
            double before = row.boundingBox().y;
            row.locator(".unfold").click();
            assertThat(row.locator(".body li")).hasCount(502);
            assertEquals(before, row.boundingBox().y, 1, "what one reads does not move while the message grows");
            assertThat(row.locator(".body")).containsText("last");

            row.locator(".unfold").click();
            assertThat(row.locator(".body")).hasClass(Pattern.compile("folded"));
        }
    }

    @Test
    @Tag("thorough")
    void the_button_of_a_code_block_copies_the_code() {
        try (Visitor visitor =
                enter(new NewContextOptions().setPermissions(List.of("clipboard-read", "clipboard-write")))) {
            ann.post(room, "see\n```sh\nls -l\n\ncd ..\n```");
            visitor.button("Copy code").click();
            assertThat(visitor.page().getByText("Code copied.")).isVisible();
            assertEquals("ls -l\n\ncd ..", visitor.page().evaluate("navigator.clipboard.readText()"));
        }
    }

    @Test
    @Tag("thorough")
    void on_a_phone_a_wide_table_scrolls_in_itself_and_long_code_wraps() {
        try (Visitor visitor =
                enter(new NewContextOptions().setViewportSize(390, 844).setHasTouch(true))) {
            ann.post(room, WIDE);
            ann.post(room, "```\n" + "one long line ".repeat(20) + "\n```");
            assertThat(visitor.messages()).hasCount(2);
            Locator table = visitor.page().locator(".table-scroll");
            assertEquals(true, table.evaluate("one => one.scrollWidth > one.clientWidth"));
            Locator code = visitor.page().locator(".code-block pre");
            assertEquals(true, code.evaluate("one => one.scrollWidth === one.clientWidth"));
            assertEquals(390, visitor.page().evaluate("document.documentElement.scrollWidth"));
            Locator timeline = visitor.page().locator(".timeline");
            assertEquals(true, timeline.evaluate("one => one.scrollWidth === one.clientWidth"));
        }
    }

    @Test
    @Tag("thorough")
    void mentions_are_buttons_but_not_inside_code() {
        Person bob = cast.bob();
        bob.join(room);
        try (Visitor visitor = enter(new NewContextOptions())) {
            ann.post(room, "**@%1$s** and `@%1$s`".formatted(bob.name()));
            assertThat(visitor.messages().locator(".mention")).hasText("@" + bob.name());
            assertThat(visitor.messages().locator("strong .mention")).hasCount(1);
            assertThat(visitor.messages().locator("code")).hasText("@" + bob.name());
        }
    }

    @Test
    void a_link_with_a_script_is_text_and_runs_nothing() {
        try (Visitor visitor = enter(new NewContextOptions())) {
            String[] attacks = {
                "[x](javascript:alert(1))",
                "![x](javascript:alert(2))",
                "[x](data:text/html,1)",
                "<img src=x onerror=alert(3)>",
            };
            for (String attack : attacks) {
                ann.post(room, attack);
            }
            assertThat(visitor.messages()).hasText(attacks);
            assertThat(visitor.page().locator(".body a, .body img")).hasCount(0);
            visitor.assertClean();
        }
    }

    @Test
    @Tag("thorough")
    void keys_put_marks_around_the_selection_and_take_them_away() {
        try (Visitor visitor = enter(new NewContextOptions())) {
            visitor.composer().fill("loud");
            visitor.composer().selectText();
            visitor.composer().press("Control+b");
            assertThat(visitor.composer()).hasValue("**loud**");
            visitor.composer().press("Control+i");
            assertThat(visitor.composer()).hasValue("***loud***");
            visitor.composer().press("Control+b");
            assertThat(visitor.composer()).hasValue("*loud*");
            visitor.composer().press("Control+z");
            assertThat(visitor.composer()).hasValue("***loud***");
            visitor.composer().press("Enter");
            assertThat(visitor.messages().locator("em strong")).hasText("loud");
        }
    }

    private Visitor enter(NewContextOptions options) {
        Visitor visitor = Visitor.at(cast.server().base(), options).signIn(ann, room);
        visitor.upToDate();
        return visitor;
    }
}
