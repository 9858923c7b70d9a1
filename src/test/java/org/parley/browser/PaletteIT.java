package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.parley.harness.Person;

/** Going anywhere and doing anything from the keyboard. */
@Tag("once")
@Tag("page")
@TestInstance(Lifecycle.PER_CLASS)
class PaletteIT {
    private static final int FINGER = 44;

    private final AnnAndBob people = new AnnAndBob("palette");
    private final Visitor ann = people.ann;
    private final Visitor bob = people.bob;

    @BeforeEach
    void they_meet() {
        people.meet();
    }

    @AfterAll
    void they_go() {
        people.close();
    }

    @Test
    void a_few_letters_lead_to_a_room_and_its_matching_letters_are_marked() {
        String far = people.annsAccount.createRoom(people.cast.unique("harbour-view"));
        assertThat(ann.entry(far)).isVisible();
        Locator field = opened(ann);
        field.fill("#harview");
        assertThat(options(ann).first()).containsText(far);
        assertThat(options(ann).first().locator("mark")).hasText(new String[] {"har", "view"});
        field.press("Enter");
        assertThat(ann.page()).hasURL(Pattern.compile("#/rooms/" + far + "$"));
        assertThat(ann.composer()).isFocused();
    }

    @Test
    @Tag("thorough")
    void people_and_rooms_that_one_does_not_know_yet_are_found_too() {
        Person cem = people.cast.cem();
        String strange = people.annsAccount.createRoom(people.cast.unique("strange"));
        Locator field = opened(bob);
        field.fill(strange);
        assertThat(group(bob, "Rooms to join").getByRole(AriaRole.OPTION)).containsText("Not joined");
        field.fill("@" + cem.name());
        assertThat(group(bob, "More people").getByRole(AriaRole.OPTION)).hasCount(1);
        assertThat(group(bob, "Rooms to join")).hasCount(0);
        field.press("Enter");
        assertThat(bob.page()).hasURL(Pattern.compile("#/direct/" + cem.name() + "$"));
        opened(bob).fill("#" + strange);
        assertThat(options(bob)).hasCount(1);
        options(bob).click();
        assertThat(bob.button("Join")).isVisible();
    }

    @Test
    @Tag("thorough")
    void what_was_used_last_comes_first_until_one_signs_out() {
        Person dora = people.cast.dora();
        dora.join(people.room);
        try (Visitor visitor = Visitor.at(people.cast.server().base()).signIn(dora, people.room)) {
            visitor.open("#/rooms/main");
            assertThat(visitor.page().getByRole(AriaRole.MAIN, new Page.GetByRoleOptions().setName("main")))
                    .isVisible();
            opened(visitor);
            assertThat(group(visitor, "Recent").getByRole(AriaRole.OPTION).first())
                    .containsText(people.room);
            visitor.page().getByRole(AriaRole.COMBOBOX).fill("> sign out");
            visitor.page().keyboard().press("Enter");
            assertThat(visitor.page().getByLabel("Username")).isVisible();
            assertTrue((Boolean)
                    visitor.page().evaluate("Object.keys(localStorage).every((key) => !key.includes(':recent:'))"));
            visitor.assertClean();
        }
    }

    @Test
    @Tag("thorough")
    void commands_do_what_they_say_and_impossible_ones_are_not_offered() {
        Locator field = opened(bob);
        field.fill("> administration");
        assertThat(bob.dialog()).containsText("Nothing found.");
        assertThat(options(bob)).hasCount(0);
        field.fill("> leave");
        assertThat(options(bob).first()).hasText("Leave room");
        field.press("Enter");
        assertThat(bob.dialog()).containsText("Leave this room?");
        bob.page().keyboard().press("Escape");
        assertThat(bob.composer()).isFocused();
        opened(bob).fill("> theme dark");
        bob.page().keyboard().press("Enter");
        assertThat(bob.page().locator("html")).hasAttribute("data-theme", "dark");
        opened(bob).fill("> like the system");
        bob.page().keyboard().press("Enter");
        assertThat(bob.page().locator("html[data-theme]")).hasCount(0);
    }

    @Test
    @Tag("thorough")
    void it_needs_no_mouse_and_little_space() {
        for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            bob.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            for (int width : new int[] {1280, 320}) {
                bob.page().setViewportSize(width, 640);
                Locator field = opened(bob);
                assertThat(field)
                        .hasAttribute("aria-activedescendant", id(options(bob).first()));
                field.press("ArrowUp");
                assertThat(options(bob).last()).hasAttribute("aria-selected", "true");
                assertThat(options(bob).last()).isInViewport();
                assertThat(field)
                        .hasAttribute("aria-activedescendant", id(options(bob).last()));
                Axe.assertFindsNothing(bob.page());
                assertTrue((Integer) bob.page().evaluate("document.documentElement.scrollWidth") <= width);
                field.fill("nothing-has-this-name");
                Axe.assertFindsNothing(bob.page());
                field.press("Control+k");
                assertThat(bob.dialog()).hasCount(0);
                assertThat(bob.composer()).isFocused();
            }
        }
    }

    @Test
    @Tag("thorough")
    void on_a_phone_a_button_opens_it_and_fingers_choose() {
        NewContextOptions phone = new NewContextOptions()
                .setViewportSize(320, 640)
                .setHasTouch(true)
                .setIsMobile(true);
        try (Visitor visitor = Visitor.at(people.cast.server().base(), phone)) {
            visitor.signIn(people.bobsAccount, people.room).open("#/rooms");
            assertFitsAFinger(visitor.exactButton("Go to"));
            visitor.exactButton("Go to").tap();
            assertThat(options(visitor).first()).isVisible();
            assertThat(visitor.page().getByRole(AriaRole.COMBOBOX)).not().isFocused();
            assertFitsAFinger(options(visitor).first());
            assertTrue((Integer) visitor.page().evaluate("document.documentElement.scrollWidth") <= 320);
            Axe.assertFindsNothing(visitor.page());
            assertThat(options(visitor).last()).not().isInViewport();
            options(visitor).last().scrollIntoViewIfNeeded();
            assertThat(options(visitor).last()).isInViewport();
            visitor.dialog().getByText("Keyboard shortcuts").tap();
            assertThat(visitor.dialog()).containsText("In the message field");
            visitor.button("Close").tap();
            visitor.exactButton("Go to").tap();
            visitor.page().getByRole(AriaRole.COMBOBOX).fill("#" + people.room);
            options(visitor).tap();
            assertThat(visitor.page()).hasURL(Pattern.compile("#/rooms/" + people.room + "$"));
            visitor.assertClean();
        }
    }

    private static void assertFitsAFinger(Locator control) {
        BoundingBox box = control.boundingBox();
        assertTrue(box.width >= FINGER && box.height >= FINGER, box.width + " by " + box.height);
    }

    @Test
    @Tag("thorough")
    void a_key_does_on_a_message_what_its_menu_offers_and_the_sheet_tells_of_it() {
        people.annsAccount.post(people.room, "by Ann");
        assertThat(bob.message("by Ann")).isVisible();
        bob.composer().press("Shift+Tab");
        bob.page().keyboard().press("e");
        bob.page().keyboard().press("Delete");
        bob.page().keyboard().press("r");
        assertThat(bob.page().locator(".replying")).containsText("by Ann");
        assertThat(bob.composer()).isFocused();
        assertThat(bob.composer()).hasValue("");
        bob.write("by Bob");
        assertThat(bob.message("by Bob")).hasAttribute("data-seq", Pattern.compile("\\d+"));
        bob.composer().press("Shift+Tab");
        bob.page().keyboard().press("End");
        assertThat(bob.message("by Bob")).isFocused();
        bob.page().keyboard().press("e");
        assertThat(bob.composer()).hasValue("by Bob");
        bob.page().keyboard().press("Escape");
        bob.page().keyboard().press("Control+/");
        assertThat(bob.dialog()).containsText("Edit the message");
        Axe.assertFindsNothing(bob.page());
    }

    /** Opens the palette. @return its field, which has the focus */
    private static Locator opened(Visitor visitor) {
        visitor.page().keyboard().press("Control+Shift+K");
        Locator field = visitor.page().getByRole(AriaRole.COMBOBOX);
        assertThat(field).isFocused();
        return field;
    }

    private static Locator options(Visitor visitor) {
        return visitor.dialog().getByRole(AriaRole.OPTION);
    }

    private static Locator group(Visitor visitor, String name) {
        return visitor.dialog()
                .getByRole(
                        AriaRole.GROUP,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static String id(Locator option) {
        return option.getAttribute("id");
    }
}
