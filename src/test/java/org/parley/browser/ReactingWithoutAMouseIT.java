package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.parley.browser.Chips.PARTY;
import static org.parley.browser.Chips.THUMB;
import static org.parley.browser.Chips.all;
import static org.parley.browser.Chips.chip;
import static org.parley.browser.Chips.react;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reactions on a phone, with the keyboard, and with a screen reader. */
@Tag("once")
@Tag("page")
class ReactingWithoutAMouseIT {
    private final AnnAndBob people = new AnnAndBob("react");
    private final Visitor ann = people.ann;
    private final Visitor bob = people.bob;

    @AfterEach
    void they_go() {
        people.close();
    }

    @Test
    @Tag("thorough")
    void a_finger_held_on_a_reaction_shows_who_reacted() {
        people.annsAccount.post(people.room, "lunch?");
        react(people.annsAccount, people.room, 1, THUMB);
        react(people.bobsAccount, people.room, 1, PARTY);
        try (Visitor phone = phone()) {
            chip(phone, "lunch?").dispatchEvent("pointerdown", Map.of("pointerType", "touch", "isPrimary", true));
            assertThat(phone.dialog().locator("section"))
                    .hasText(new String[] {THUMB + " 1 \u2068" + people.annsAccount.name() + "\u2069", PARTY + " 1 You"
                    });
            Axe.assertFindsNothing(phone.page());
            phone.page().keyboard().press("Escape");
            phone.message("lunch?")
                    .locator(".body")
                    .dispatchEvent("pointerdown", Map.of("pointerType", "touch", "isPrimary", true));
            Axe.assertFindsNothing(phone.page());
            phone.dialog().getByLabel("React with " + THUMB).click();
            assertThat(phone.dialog()).hasCount(0);
            assertThat(chip(phone, "lunch?")).hasText(THUMB + " 2");
            Axe.assertFindsNothing(phone.page());
        }
    }

    @Test
    @Tag("thorough")
    void reactions_are_reached_and_described_without_a_mouse() {
        people.annsAccount.post(people.room, "lunch?");
        react(people.annsAccount, people.room, 1, THUMB);
        assertThat(chip(bob, "lunch?")).isVisible();
        bob.composer().press("Shift+Tab");
        assertThat(bob.message("lunch?")).isFocused();
        assertThat(bob.message("lunch?")).hasAccessibleName(Pattern.compile("lunch\\?, .*, 1 reaction$"));
        bob.page().keyboard().press("Enter");
        assertThat(bob.message("lunch?").getByLabel("React with " + THUMB)).isFocused();
        bob.page().keyboard().press("ArrowUp");
        bob.page().keyboard().press("ArrowUp");
        assertThat(chip(bob, "lunch?")).isFocused();
        assertThat(chip(bob, "lunch?"))
                .hasAccessibleDescription("\u2068" + people.annsAccount.name() + "\u2069 reacted with " + THUMB);
        Axe.assertFindsNothing(bob.page());
        bob.page().keyboard().press("Enter");
        assertThat(chip(ann, "lunch?")).hasText(THUMB + " 2");
    }

    @Test
    @Tag("thorough")
    void any_emoji_is_chosen_in_the_picker_and_then_offered_in_the_bar() {
        people.annsAccount.post(people.room, "lunch?");
        assertThat(bob.message("lunch?")).isVisible();
        bob.composer().press("Shift+Tab");
        bob.page().keyboard().press("+");
        assertThat(bob.dialog()).isVisible();
        bob.page().keyboard().press("Escape");
        assertThat(bob.message("lunch?")).isFocused();
        bob.page().keyboard().press("+");
        bob.dialog().getByRole(AriaRole.SEARCHBOX).fill("tada");
        bob.page().keyboard().press("Enter");
        assertThat(chip(ann, "lunch?")).hasText(PARTY + " 1");
        assertThat(bob.message("lunch?")).isFocused();
        bob.message("lunch?").hover();
        assertThat(bob.message("lunch?").locator(".row-actions button").first())
                .hasAccessibleName("React with " + PARTY);
        chip(bob, "lunch?").hover();
        assertThat(bob.page().locator(".reaction-tip")).hasText("You reacted with :party popper:");
        bob.message("lunch?").locator(".chip.add").click();
        bob.dialog().getByRole(AriaRole.SEARCHBOX).fill("thumbs up");
        bob.page().keyboard().press("Enter");
        assertThat(all(ann, "lunch?")).hasText(new String[] {PARTY + " 1", THUMB + " 1"});
    }

    private Visitor phone() {
        Visitor phone = Visitor.at(
                        people.cast.server().base(),
                        new NewContextOptions()
                                .setViewportSize(390, 844)
                                .setHasTouch(true)
                                .setIsMobile(true))
                .signIn(people.bobsAccount, people.room);
        phone.upToDate();
        return phone;
    }
}
