package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.parley.harness.Cast;
import org.parley.harness.Person;

/** Ann marks what she writes, with the bar, with keys and by pasting, and reads code in colours. */
@Tag("once")
@Tag("page")
@TestInstance(Lifecycle.PER_CLASS)
class WritingWithMarksIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person account = cast.ann();
    private final Visitor ann = Visitor.at(cast.server().base()).signIn(account, "main");
    private int rooms;
    private String room;

    @BeforeEach
    void she_goes_to_a_new_room() {
        ann.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        room = account.createRoom(cast.unique("writing" + ++rooms));
        ann.startAgain();
        ann.open("#/rooms/" + room);
        assertThat(ann.page().getByText("This is the start of " + room)).isVisible();
    }

    @AfterAll
    void she_goes() {
        try (ann) {
            ann.assertClean();
        }
    }

    @Test
    @Tag("thorough")
    void each_button_marks_the_selection_and_the_browser_takes_it_back() {
        Map<String, String> marked = Map.of(
                "Bold", "**word**",
                "Italic", "*word*",
                "Strikethrough", "~~word~~",
                "Link", "[word](https://)",
                "Code", "`word`",
                "Code block", "```\nword\n```",
                "Quote", "> word",
                "List", "- word");
        marked.forEach((name, text) -> {
            ann.composer().fill("word");
            ann.composer().selectText();
            mark(name).click();
            assertThat(ann.composer()).hasValue(text);
            assertThat(ann.composer()).isFocused();
            ann.composer().press("Control+z");
            assertThat(ann.composer()).hasValue("word");
        });
    }

    @Test
    @Tag("thorough")
    void the_bar_is_one_stop_of_the_tab_key_and_works_with_the_arrows() {
        ann.composer().fill("word");
        ann.composer().selectText();
        ann.composer().press("Tab");
        assertThat(mark("Bold")).isFocused();
        ann.page().keyboard().press("ArrowRight");
        assertThat(mark("Italic")).isFocused();
        ann.page().keyboard().press("Enter");
        assertThat(ann.composer()).hasValue("*word*");
        assertThat(ann.composer()).isFocused();
    }

    @Test
    @Tag("thorough")
    void a_key_makes_a_link_whose_address_is_typed_at_once() {
        ann.composer().fill("the page");
        ann.composer().selectText();
        ann.composer().press("Control+k");
        assertThat(ann.composer()).isFocused();
        ann.page().keyboard().type("https://a.example/b");
        ann.composer().press("Enter");
        assertThat(ann.messages().locator("a")).hasText("the page");
        assertThat(ann.messages().locator("a")).hasAttribute("href", "https://a.example/b");
    }

    @Test
    @Tag("thorough")
    void an_address_pasted_over_words_makes_a_link_and_a_long_text_may_become_a_code_block() {
        ann.composer().fill("the page");
        ann.composer().selectText();
        paste("https://a.example/b");
        assertThat(ann.composer()).hasValue("[the page](https://a.example/b)");
        ann.composer().press("Control+z");
        assertThat(ann.composer()).hasValue("the page");
        ann.composer().fill("");
        String lines = "line\n".repeat(11) + "end";
        paste(lines);
        assertThat(ann.composer()).hasValue(lines);
        ann.button("Paste as code block").click();
        assertThat(ann.composer()).hasValue("```\n" + lines + "\n```");
        assertThat(ann.button("Paste as code block")).hasCount(0);
        assertThat(ann.composer()).isFocused();
    }

    @Test
    @Tag("thorough")
    void the_browser_takes_back_a_completed_emoji() {
        ann.composer().pressSequentially("so :tada");
        assertThat(ann.page().getByRole(AriaRole.OPTION).first()).isVisible();
        ann.composer().press("Enter");
        assertThat(ann.composer()).hasValue("so 🎉 ");
        ann.composer().press("Control+z");
        assertThat(ann.composer()).hasValue("so :tada");
    }

    @Test
    @Tag("thorough")
    void on_the_narrowest_screen_the_bar_comes_when_it_is_asked_for() {
        NewContextOptions phone = new NewContextOptions()
                .setViewportSize(320, 640)
                .setHasTouch(true)
                .setIsMobile(true);
        try (Visitor visitor = Visitor.at(cast.server().base(), phone).signIn(account, room)) {
            Locator bar = visitor.page().locator(".mark-bar");
            assertThat(visitor.composer()).isVisible();
            assertThat(bar).hasCount(0);
            visitor.button("Formatting").tap();
            assertThat(bar).isVisible();
            assertEquals(320, visitor.page().evaluate("document.documentElement.scrollWidth"));
            assertTrue(bar.locator("button").first().boundingBox().height >= 44);
            Axe.assertFindsNothing(visitor.page());
            visitor.page().reload();
            assertThat(bar).isVisible();
            visitor.assertClean();
        }
    }

    @Test
    @Tag("thorough")
    void code_that_says_its_language_has_colours_and_its_letters_stay_text() {
        String payloads = Payloads.joined(2500, "\n").get(0).replace("`", "'");
        account.post(room, "```html\n" + payloads + "\n```");
        account.post(room, "```js\n// greets\nconst a = \"b\" + 1;\nclass C {}\n```");
        Locator code = ann.page().locator(".code-block code");
        assertThat(code.last().locator(".code-keyword")).hasText(new String[] {"const ", "class "});
        assertThat(code.last().locator(".code-comment")).containsText("// greets");
        assertThat(code.first().locator(".code-type").first()).isVisible();
        assertEquals(payloads, code.first().evaluate("one => one.textContent"));
        for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            ann.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            Axe.assertContrast(ann.page());
        }
    }

    private Locator mark(String name) {
        return ann.page()
                .locator(".mark-bar")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private void paste(String text) {
        ann.page().evaluate("text => navigator.clipboard.writeText(text)", text);
        ann.composer().press("Control+v");
    }
}
