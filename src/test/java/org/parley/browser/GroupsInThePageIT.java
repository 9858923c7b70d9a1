package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.parley.harness.Json;
import org.parley.harness.Person;

/** Conversations of several people: chosen, listed under their names, named, and left. */
@Tag("once")
@Tag("page")
@TestInstance(Lifecycle.PER_CLASS)
class GroupsInThePageIT {
    private final AnnAndBob people = new AnnAndBob("groups");
    private final Visitor ann = people.ann;
    private final Visitor bob = people.bob;
    private Person cem;

    @BeforeEach
    void they_meet_and_know_somebody_else() {
        people.meet();
        cem = people.cast.register("cem" + System.nanoTime() % 100_000);
    }

    @AfterAll
    void they_go() {
        people.close();
    }

    @Test
    void several_people_are_chosen_from_the_keyboard_and_each_sees_the_names_of_the_others() {
        ann.button("New message").click();
        Locator field = ann.dialog().getByLabel("Find a person");
        field.fill(people.bobsAccount.name());
        ann.button("Choose " + people.bobsAccount.name() + " for a group").press("Enter");
        assertThat(field).isFocused();
        field.fill(cem.name());
        // The people for it are not there yet.
        field.press("Enter");
        assertThat(ann.dialog().locator(".chosen li")).hasCount(2);
        Axe.assertFindsNothing(ann.page());
        field.press("Enter");
        assertThat(title(ann)).hasText(people.bobsAccount.name() + ", " + cem.name());
        ann.write("lunch?");

        Locator entry = group(bob);
        assertThat(entry.locator(".person-name")).hasText(people.annsAccount.name() + ", " + cem.name());
        assertThat(entry.locator(".preview")).hasText(people.annsAccount.name() + ": lunch?");
        entry.click();
        assertThat(bob.messages()).hasText(new String[] {"lunch?"});
        assertThat(bob.composer())
                .hasAttribute(
                        "placeholder", "Message to " + people.annsAccount.name() + ", " + cem.name() + " (private)");
        assertThat(bob.page().locator("body")).not().containsText("null");
        assertThat(bob.page()).not().hasTitle(Pattern.compile("null"));
    }

    @Test
    @Tag("thorough")
    void with_a_name_it_becomes_a_room() {
        gathered(ann);
        assertThat(group(bob)).isVisible();
        ann.button("Group settings").click();
        String name = people.cast.unique("plans" + System.nanoTime() % 100_000);
        ann.dialog().getByLabel("Name").fill(name);
        ann.dialog().getByText("Save").click();
        assertThat(ann.dialog().getByText("Saved")).isVisible();
        ann.page().keyboard().press("Escape");
        assertThat(title(ann)).hasText(name);
        assertThat(ann.page()).hasURL(Pattern.compile("#/rooms/" + name + "$"));
        for (Visitor visitor : List.of(ann, bob)) {
            assertThat(group(visitor)).hasCount(0);
            assertThat(visitor.entry(name)).isVisible();
        }
    }

    @Test
    @Tag("thorough")
    void it_is_found_fits_into_a_small_page_and_is_left() {
        gathered(bob);
        gathered(ann);
        for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            ann.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            for (int width : new int[] {320, 1280}) {
                ann.page().setViewportSize(width, 640);
                Axe.assertFindsNothing(ann.page());
                assertTrue((Integer) ann.page().evaluate("document.documentElement.scrollWidth") <= width);
            }
        }
        ann.page().getByLabel("Filter list").fill(cem.name());
        assertThat(ann.page().locator(".side .entry")).hasCount(1);
        ann.page().keyboard().press("Escape");
        ann.open("#/rooms/main");
        assertThat(title(ann)).hasText("main");
        ann.page().keyboard().press("Control+Shift+K");
        ann.page().getByRole(AriaRole.COMBOBOX).fill("@" + cem.name());
        Locator found = ann.dialog().getByRole(AriaRole.OPTION);
        assertThat(found.first()).containsText(people.bobsAccount.name() + ", " + cem.name());
        found.first().click();
        assertThat(title(ann)).hasText(people.bobsAccount.name() + ", " + cem.name());
        ann.button("Group settings").click();
        ann.button("Choose an emoji").click();
        ann.page().locator("emoji-picker input[type=search]").fill("rocket");
        ann.page().keyboard().press("Enter");
        ann.exactButton("Save").click();
        assertThat(group(bob).locator(".faces.emoji")).hasText("🚀");
        assertThat(ann.page().locator(".room-head .faces.emoji")).hasText("🚀");
        Axe.assertFindsNothing(ann.page());
        ann.button("Leave group").click();
        assertThat(ann.dialog()).containsText("Leave this group?");
        ann.button("Leave group").click();
        assertThat(group(ann)).hasCount(0);
        assertThat(title(bob)).hasText(cem.name());
    }

    /** Ann, Bob and Cem have a group, and the visitor opens it. */
    private void gathered(Visitor visitor) {
        String id = people.annsAccount
                .post(
                        "rooms",
                        Json.of("visibility", "private", "members", List.of(people.bobsAccount.name(), cem.name())))
                .json()
                .path("id")
                .asText();
        visitor.open("#/rooms/" + id);
        assertThat(title(visitor)).containsText(cem.name());
    }

    private static Locator title(Visitor visitor) {
        return visitor.page().locator(".room-head h1");
    }

    /** The entry of the group in the list. */
    private Locator group(Visitor visitor) {
        return visitor.conversation(cem);
    }
}
