package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.parley.browser.FindingOnesPlaceIT.assertAt;
import static org.parley.browser.FindingOnesPlaceIT.assertToast;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Messages;
import org.parley.harness.Person;

/** Bob keeps his list in order, and finds what others did that concerns him. */
@Tag("once")
@Tag("page")
class SideIT {
    private static final String THUMB = "%F0%9F%91%8D";

    private final Cast cast = Cast.onSharedServer();
    private final Person annsAccount = cast.ann();
    private final Person bobsAccount = cast.bob();
    private final String room = annsAccount.createRoom(cast.unique("side"));
    private final Visitor bob = Visitor.at(cast.server().base());

    SideIT() {
        bobsAccount.join(room);
        bob.signIn(bobsAccount, room).upToDate();
    }

    @AfterEach
    void he_goes() {
        try (bob) {
            bob.assertClean();
        }
    }

    @Test
    @Tag("thorough")
    void a_favourite_stands_on_top_by_button_by_key_and_from_another_device() {
        annsAccount.write(bobsAccount, "hello");
        bob.button("Favourite").click();
        assertToast(bob, "is now at the top of your list.");
        assertThat(favourites()).hasCount(1);
        assertThat(favourites()).containsText(room);
        bobsAccount
                .put("direct/" + annsAccount.name() + "/favourite", Json.of("favourite", true))
                .expect(204);
        assertThat(favourites()).hasCount(2);
        assertThat(favourites().last()).containsText(annsAccount.name());
        bob.page().reload();
        assertThat(favourites()).hasCount(2);
        Axe.assertFindsNothing(bob.page());
        bob.entry(room).focus();
        bob.page().keyboard().press("f");
        assertThat(favourites()).hasCount(1);
        assertThat(bob.entry(room)).isFocused();
        assertThat(bob.button("Favourite")).hasAttribute("aria-pressed", "false");
    }

    @Test
    @Tag("thorough")
    void a_room_is_muted_with_one_click_and_only_a_mention_stands_out() {
        String other = newRoom("other");
        bob.entry(other).hover();
        bob.button("Mute: " + other).click();
        assertThat(bob.entry(other)).containsText("Notifications off");
        annsAccount.post(other, "by the way");
        assertThat(bob.unread(other)).hasClass(Pattern.compile("\\bquiet\\b"));
        assertThat(bob.entry(other)).not().hasClass(Pattern.compile("has-unread"));
        annsAccount.post(other, "look, @" + bobsAccount.name());
        assertThat(bob.entry(other)).hasClass(Pattern.compile("has-unread"));
        bob.entry(other).focus();
        bob.page().keyboard().press("m");
        assertThat(bob.entry(other)).not().containsText("Notifications off");
        assertThat(bob.unread(other)).hasClass(Pattern.compile("\\bmentions\\b"));
    }

    @Test
    @Tag("thorough")
    void the_list_shows_only_what_is_unread_also_after_a_reload() {
        String quiet = newRoom("quiet");
        String loud = newRoom("loud");
        annsAccount.post(loud, "hello");
        assertThat(bob.unread(loud)).isVisible();
        bob.button("Only unread").click();
        assertThat(bob.entry(quiet)).hasCount(0);
        assertThat(bob.entry(loud)).isVisible();
        assertThat(bob.entry(room)).isVisible();
        bob.page().reload();
        assertThat(bob.entry(loud)).isVisible();
        assertThat(bob.entry(quiet)).hasCount(0);
        Axe.assertFindsNothing(bob.page());
        bob.page().getByLabel("Filter list").fill("quiet");
        assertThat(bob.entry(quiet)).isVisible();
        bob.page().keyboard().press("Escape");
        bob.button("Only unread").click();
        assertThat(bob.entry(quiet)).isVisible();
    }

    @Test
    @Tag("thorough")
    void everything_is_marked_as_read_and_that_can_be_taken_back_on_all_devices() {
        for (int i = 0; i < 3; i++) {
            annsAccount.post(newRoom("many" + i), "look, @" + bobsAccount.name());
        }
        Locator counts = bob.page().locator(".side .count");
        assertThat(counts).hasCount(3);
        Page elsewhere = bob.context().newPage();
        elsewhere.navigate(bob.page().url());
        Locator there = elsewhere.locator(".side .count");
        assertThat(there).hasCount(3);
        bob.page().bringToFront();
        bob.page().keyboard().press("Shift+Escape");
        assertToast(bob, "3 rooms and conversations marked as read.");
        assertThat(counts).hasCount(0);
        assertThat(there).hasCount(0);
        Axe.assertFindsNothing(bob.page());
        bob.button("Undo").click();
        assertToast(bob, "Marked as unread again.");
        assertThat(counts).hasCount(3);
        assertThat(bob.page().locator(".side .count.mentions")).hasCount(3);
        assertThat(there).hasCount(3);
        bob.button("Mark all as read").click();
        assertThat(there).hasCount(0);
        bob.page().keyboard().press("Control+z");
        assertThat(there).hasCount(3);
        assertThat(bob.button("Undo")).hasCount(0);
        bob.page().keyboard().press("Control+z");
        assertThat(counts).hasCount(3);
    }

    @Test
    void what_concerns_him_comes_live_leads_to_its_message_and_stays() {
        String other = newRoom("other");
        bobsAccount.post(other, "who comes?");
        annsAccount.post(other, "look, @" + bobsAccount.name());
        assertThat(bob.button("Activity New")).isVisible();
        bob.page().keyboard().press("Control+Shift+m");
        assertThat(items()).hasCount(1);
        assertThat(items()).containsText(annsAccount.name() + " mentioned you in " + other);
        Messages.post(annsAccount, other, Messages.of("**I** do").put("replyTo", 1))
                .expect(201);
        assertThat(items()).hasCount(2);
        assertThat(items().first().locator(".activity-text")).hasText("I do");
        annsAccount
                .put("rooms/" + other + "/messages/1/reactions/" + THUMB, null)
                .expect(204);
        assertThat(items()).hasCount(3);
        assertThat(items().first()).containsText("reacted with 👍");
        Axe.assertFindsNothing(bob.page());
        bob.dialog()
                .getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName("Replies"))
                .click();
        assertThat(items()).hasCount(1);
        items().first().click();
        assertThat(bob.dialog()).hasCount(0);
        assertAt(bob, "I do");
        bob.button("Activity").click();
        assertThat(items()).hasCount(3);
        annsAccount.delete("rooms/" + other + "/messages/2").expect(204);
        assertThat(items()).hasCount(2);
    }

    @Test
    @Tag("thorough")
    void a_finger_that_is_held_on_an_entry_opens_what_may_be_done_with_it() {
        try (Visitor phone = Visitor.at(
                cast.server().base(),
                new NewContextOptions()
                        .setViewportSize(320, 640)
                        .setHasTouch(true)
                        .setIsMobile(true))) {
            phone.signIn(bobsAccount, room).open("#/rooms");
            phone.entry(room).dispatchEvent("pointerdown", Map.of("pointerType", "touch", "isPrimary", true));
            Axe.assertFindsNothing(phone.page());
            phone.dialog().getByText("Add to favourites").click();
            assertThat(phone.dialog()).hasCount(0);
            assertThat(phone.page().locator("nav[aria-labelledby=favourites-title] .entry"))
                    .containsText(room);
            assertThat(phone.page()).hasURL(Pattern.compile("#/rooms$"));
            phone.assertClean();
        }
    }

    private String newRoom(String name) {
        String made = annsAccount.createRoom(cast.unique(name));
        bobsAccount.join(made);
        assertThat(bob.entry(made)).isVisible();
        return made;
    }

    private Locator favourites() {
        return bob.page()
                .getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Favourites"))
                .locator(".entry");
    }

    private Locator items() {
        return bob.dialog().locator(".activity-item");
    }
}
