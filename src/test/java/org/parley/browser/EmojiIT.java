package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Emoji in Ann's room: chosen from the picker, completed while typing, and shown large. */
@Tag("once")
@Tag("page")
@TestInstance(Lifecycle.PER_CLASS)
class EmojiIT {
    private final AnnAndBob people = new AnnAndBob("emoji");
    private final Visitor ann = people.ann;
    private final Visitor bob = people.bob;
    private final Locator offer = ann.page().getByRole(AriaRole.LISTBOX);

    @BeforeEach
    void they_meet() {
        people.meet();
    }

    @AfterAll
    void they_go() {
        people.close();
    }

    @Test
    void the_keyboard_finds_an_emoji_and_it_comes_to_the_caret() {
        ann.composer().fill("Off we go!");
        for (int i = 0; i < "we go!".length(); i++) {
            ann.composer().press("ArrowLeft");
        }
        open(ann).press("Enter");
        assertThat(search(ann)).isFocused();
        search(ann).fill("ROCKET");
        search(ann).press("Enter");
        assertThat(ann.dialog()).hasCount(0);
        assertThat(ann.composer()).isFocused();
        assertThat(ann.composer()).hasValue("Off \uD83D\uDE80we go!");
        ann.page().keyboard().type(" ");
        ann.page().keyboard().press("Enter");
        assertThat(bob.messages()).hasText(new String[] {"Off \uD83D\uDE80 we go!"});
    }

    @Test
    @Tag("thorough")
    void arrows_lead_through_the_grid_and_escape_gives_the_focus_back() {
        open(ann).click();
        search(ann).fill("rocket");
        search(ann).press("Enter");
        open(ann).click();
        assertThat(ann.dialog().getByRole(AriaRole.HEADING).first()).hasText("Recently used");
        search(ann).press("ArrowDown");
        assertThat(emoji(ann, "rocket").first()).isFocused();
        assertThat(ann.dialog().locator(".emoji-preview")).containsText("rocket :rocket:");
        press("ArrowDown");
        assertThat(emoji(ann, "grinning face")).isFocused();
        press("ArrowRight");
        assertThat(emoji(ann, "grinning face with big eyes")).isFocused();
        press("End");
        assertThat(ann.dialog().locator(":focus")).hasAttribute("data-at", "1-7");
        press("Home");
        press("ArrowUp");
        press("ArrowUp");
        assertThat(search(ann)).isFocused();
        search(ann).fill("no such thing");
        assertThat(ann.dialog().locator(".emoji-nothing"))
                .hasText("No emoji matches “no such thing”. Try another word.");
        search(ann).fill("");
        press("Escape");
        assertThat(ann.dialog()).hasCount(0);
        assertThat(open(ann)).isFocused();
        assertThat(ann.composer()).hasValue("\uD83D\uDE80");
    }

    @Test
    @Tag("thorough")
    void the_mouse_goes_to_a_group_and_takes_an_emoji_in_the_chosen_skin_tone() {
        open(ann).click();
        Locator groups = ann.dialog().getByRole(AriaRole.TOOLBAR);
        groups.getByLabel("Flags").click();
        assertThat(groups.getByLabel("Flags")).hasAttribute("aria-current", "true");
        assertThat(emoji(ann, "chequered flag")).isVisible();
        groups.getByLabel("People and body").click();
        ann.dialog().getByLabel("Dark skin tone", exactly()).check();
        emoji(ann, "waving hand").hover();
        assertThat(ann.dialog().locator(".emoji-preview")).containsText("waving hand");
        emoji(ann, "waving hand").click();
        assertThat(ann.composer()).hasValue("\uD83D\uDC4B\uD83C\uDFFF");
        ann.page().reload();
        open(ann).click();
        assertThat(ann.dialog().getByLabel("Dark skin tone", exactly())).isChecked();
    }

    @Test
    @Tag("thorough")
    void a_shortcode_is_completed_and_becomes_its_emoji_at_the_closing_colon() {
        ann.composer().pressSequentially("see :rocke");
        assertThat(offer.getByRole(AriaRole.OPTION).first()).containsText(":rocket:");
        ann.composer().press("Enter");
        assertThat(ann.composer()).hasValue("see \uD83D\uDE80 ");
        ann.composer().pressSequentially(":tada:!");
        assertThat(ann.composer()).hasValue("see \uD83D\uDE80 \uD83C\uDF89!");
        ann.composer().fill("");
        ann.composer().pressSequentially("`:tada:` at 10:30 and std::vector");
        assertThat(offer).hasCount(0);
        assertThat(ann.composer()).hasValue("`:tada:` at 10:30 and std::vector");
        ann.composer().fill("");
        ann.composer().pressSequentially(":ta");
        assertThat(offer).isVisible();
        ann.composer().press("Escape");
        assertThat(offer).hasCount(0);
        ann.composer().press("Enter");
        assertThat(ann.message(":ta").locator(".seen")).isVisible();
        ann.composer().press("ArrowUp");
        ann.composer().pressSequentially("da:");
        assertThat(ann.composer()).hasValue("\uD83C\uDF89");
    }

    @Test
    @Tag("thorough")
    void a_message_of_a_few_emoji_is_shown_large_and_others_are_not() {
        ann.write("\uD83D\uDC4D\uD83C\uDFFD \uD83C\uDDE9\uD83C\uDDEA").write("ok \uD83D\uDC4D");
        assertThat(bob.messages()).hasCount(2);
        assertEquals(2.2, size(bob.messages().first()) / size(bob.messages().last()), 0.01);
    }

    @Test
    @Tag("thorough")
    void axe_finds_nothing_and_on_a_phone_the_picker_is_a_sheet_at_the_lower_edge() {
        look(390);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 320})
    @Tag("long")
    void axe_finds_nothing_on_wide_and_narrow_screens(int width) {
        look(width);
    }

    private void look(int width) {
        for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            var options = new NewContextOptions().setViewportSize(width, 800).setColorScheme(theme);
            try (Visitor visitor = Visitor.at(people.cast.server().base(), options.setHasTouch(width < 720))
                    .signIn(people.annsAccount, people.room)) {
                look(visitor, width);
                visitor.assertClean();
            }
        }
    }

    private void look(Visitor visitor, int width) {
        open(visitor).click();
        assertThat(emoji(visitor, "grinning face")).isVisible();
        Axe.assertFindsNothing(visitor.page());
        var box = visitor.dialog().boundingBox();
        if (width < 720) {
            assertEquals(width, box.width);
            assertEquals(800, box.y + box.height, 0.5);
        } else {
            assertTrue(box.y + box.height < open(visitor).boundingBox().y, "the picker covers its button");
        }
        assertEquals(width, visitor.page().evaluate("document.documentElement.scrollWidth"));
        search(visitor).fill("no such thing");
        assertThat(visitor.dialog().locator(".emoji-nothing")).isVisible();
        Axe.assertFindsNothing(visitor.page());
        visitor.page().keyboard().press("Escape");
        visitor.page().keyboard().press("Escape");
        assertThat(visitor.dialog()).hasCount(0);
        // An earlier look has left its text as a draft.
        visitor.composer().fill("");
        visitor.composer().pressSequentially(":heart");
        assertThat(visitor.page().getByRole(AriaRole.LISTBOX)).isVisible();
        Axe.assertFindsNothing(visitor.page());
    }

    private static Locator open(Visitor visitor) {
        return visitor.button("Add an emoji");
    }

    private static Locator search(Visitor visitor) {
        return visitor.dialog().getByRole(AriaRole.SEARCHBOX);
    }

    private static Locator emoji(Visitor visitor, String name) {
        return visitor.dialog()
                .locator(".emoji-scroll")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator.GetByLabelOptions exactly() {
        return new Locator.GetByLabelOptions().setExact(true);
    }

    private void press(String key) {
        ann.page().keyboard().press(key);
    }

    private static double size(Locator body) {
        String size = (String) body.locator("p").evaluate("element => getComputedStyle(element).fontSize");
        return Double.parseDouble(size.replace("px", ""));
    }
}
