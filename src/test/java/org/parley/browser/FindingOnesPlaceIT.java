package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.parley.harness.Json;
import org.parley.harness.Many;
import org.parley.harness.Person;

/** Links to messages in Ann's room, and jumping to a date. */
@Tag("once")
@Tag("page")
@TestInstance(Lifecycle.PER_CLASS)
class FindingOnesPlaceIT {
    private final AnnAndBob people = new AnnAndBob("place");
    private final Person annsAccount = people.annsAccount;
    private final Person bobsAccount = people.bobsAccount;
    private final Visitor ann = people.ann;
    private final Visitor bob = people.bob;
    private String room;

    @BeforeEach
    void they_meet() {
        room = people.meet();
    }

    @AfterAll
    void they_go() {
        people.close();
    }

    @Test
    @Tag("thorough")
    void a_key_copies_a_link_that_holds_when_the_room_gets_another_name() {
        annsAccount.post(room, "the one");
        String link = linkByKey(bob, "the one");
        String renamed = people.cast.unique("moved");
        annsAccount.patch("rooms/" + room, Json.of("name", renamed)).expect(200);
        assertThat(bob.entry(renamed)).isVisible();
        bob.open("#/rooms/main");
        assertThat(bob.message("the one")).hasCount(0);
        bob.page().navigate(link);
        assertThat(bob.page()).hasURL(Pattern.compile("#/rooms/" + renamed + "/1$"));
        assertAt(bob, "the one");
    }

    @Test
    @Tag("thorough")
    void the_actions_on_a_message_copy_its_link_too() {
        annsAccount.post(room, "the one");
        String link = linkByKey(bob, "the one");
        bob.page().evaluate("() => navigator.clipboard.writeText('')");
        bob.message("the one").hover();
        bob.message("the one").getByLabel("Copy link").click();
        bob.page().waitForFunction("async (link) => (await navigator.clipboard.readText()) === link", link);
    }

    @Test
    void a_link_leads_far_back_into_the_surroundings_of_its_message() {
        annsAccount.post(room, "before it");
        annsAccount.post(room, "the one");
        posts(120);
        assertThat(bob.message("number 120.")).isInViewport();
        people.bobHasRead();
        bob.page().reload();
        assertThat(bob.message("number 120.")).isInViewport();
        assertThat(bob.message("the one")).hasCount(0);
        bob.open("#/rooms/" + room + "/2");
        assertAt(bob, "the one");
        assertThat(bob.message("before it")).isInViewport();
        assertThat(bob.message("number 1.")).isInViewport();
        people.bobHasRead();
        bob.page().reload();
        assertAt(bob, "the one");
    }

    @Test
    @Tag("thorough")
    void the_link_of_a_deleted_message_says_so() {
        annsAccount.post(room, "the one");
        annsAccount.post(room, "the next");
        annsAccount.delete("rooms/" + room + "/messages/1").expect(204);
        assertThat(bob.message("Message deleted")).hasCount(1);
        bob.open("#/rooms/" + room + "/1");
        assertToast(bob, "The message at this link was deleted.");
        assertAt(bob, "Message deleted");
    }

    @Test
    @Tag("thorough")
    void a_link_to_no_message_says_so_and_shows_its_place() {
        posts(3);
        bob.open("#/rooms/" + room + "/999");
        assertToast(bob, "There’s no message at this link.");
        assertThat(bob.message("number 3.")).isFocused();
        assertThat(bob.page().locator(".row.lit")).hasCount(0);
    }

    @Test
    @Tag("thorough")
    void a_link_in_a_message_opens_in_the_page_again_and_again() {
        annsAccount.post(room, "the one");
        posts(100);
        annsAccount.post(room, "see " + people.cast.server().base().resolve("./#/rooms/" + room + "/1"));
        for (int i = 0; i < 2; i++) {
            bob.message("see http").locator(".body a").click();
            assertAt(bob, "the one");
            bob.button("To the newest message").click();
            assertThat(bob.message("see http")).isInViewport();
        }
        assertEquals(1, bob.context().pages().size());
    }

    @Test
    @Tag("thorough")
    void the_link_of_a_private_message_is_the_same_for_both_people() {
        bobsAccount.write(annsAccount, "between us");
        ann.open("#/direct/" + bobsAccount.name());
        String link = linkByKey(ann, "between us");
        bob.page().navigate(link);
        assertThat(bob.page()).hasURL(Pattern.compile("#/direct/" + annsAccount.name() + "/1$"));
        assertAt(bob, "between us");
        ann.open("#/rooms/" + room);
        ann.page().navigate(link);
        assertThat(ann.page()).hasURL(Pattern.compile("#/direct/" + bobsAccount.name() + "/1$"));
        assertAt(ann, "between us");
    }

    @Test
    @Tag("thorough")
    void a_date_leads_to_the_first_message_of_that_day_by_key_and_by_mouse() {
        posts(120);
        assertThat(bob.message("number 120.")).isInViewport();
        bob.composer().press("Shift+Tab");
        assertThat(bob.message("number 120.")).isFocused();
        bob.page().keyboard().press("j");
        assertThat(bob.dialog().getByText("Today")).isFocused();
        bob.page().keyboard().press("Escape");
        assertThat(bob.message("number 120.")).isFocused();
        bob.page().keyboard().press("j");
        bob.dialog().getByText("The very beginning").press("Enter");
        assertThat(bob.dialog()).hasCount(0);
        assertAt(bob, "number 1.");
        assertThat(bob.page()).hasURL(Pattern.compile("/1$"));
        bob.button("To the newest message").click();
        assertThat(bob.message("number 120.")).isInViewport();
        bob.message("number 120.").hover();
        dayMark(bob).click();
        bob.dialog().getByLabel("Date").fill(LocalDate.now().minusDays(2).toString());
        bob.dialog().getByLabel("Date").press("Enter");
        assertThat(bob.dialog()).hasCount(0);
        assertAt(bob, "number 1.");
    }

    @Test
    @Tag("thorough")
    void a_day_without_messages_leads_to_the_newest_and_says_so() {
        posts(3);
        try (Visitor later = Visitor.at(people.cast.server().base()).signIn(bobsAccount, room)) {
            later.page().clock().setFixedTime(Date.from(Instant.now().plus(2, ChronoUnit.DAYS)));
            dayMark(later).click();
            later.dialog().getByText("Today").click();
            assertToast(later, "Nothing was written on that day or later.");
            assertAt(later, "number 3.");
        }
    }

    @Test
    @Tag("thorough")
    void a_date_that_cannot_be_looked_up_is_told_in_the_dialog() {
        posts(100);
        assertThat(bob.message("number 100.")).isInViewport();
        people.bobHasRead();
        bob.page().reload();
        assertThat(bob.message("number 100.")).isInViewport();
        Pattern lookUp = Pattern.compile("/messages\\?at=");
        bob.page().route(lookUp, Route::abort);
        // Going up to the name of the day would load what is looked for.
        bob.composer().press("Shift+Tab");
        bob.page().keyboard().press("j");
        bob.dialog().getByText("Last month").click();
        assertThat(bob.dialog().getByRole(AriaRole.ALERT))
                .hasText("Can’t reach the server. Try again when you’re connected.");
        bob.page().unroute(lookUp);
        bob.dialog().getByText("Last month").click();
        assertAt(bob, "number 1.");
    }

    @Test
    @Tag("thorough")
    void axe_finds_nothing_in_the_dialog_and_it_fits_a_phone() {
        posts(1);
        for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            bob.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            for (int width : new int[] {1440, 390, 320}) {
                bob.page().setViewportSize(width, 800);
                dayMark(bob).click();
                assertThat(bob.dialog()).isVisible();
                Axe.assertFindsNothing(bob.page());
                assertTrue((Integer) bob.page().evaluate("document.documentElement.scrollWidth") <= width);
                bob.page().keyboard().press("Escape");
                assertThat(bob.dialog()).hasCount(0);
                assertThat(dayMark(bob)).isFocused();
                Axe.assertFindsNothing(bob.page());
            }
        }
    }

    private static Locator dayMark(Visitor visitor) {
        return visitor.page().locator(".day button");
    }

    /** Posts "number 1." and so on, as Ann. */
    private void posts(int number) {
        Many.count(annsAccount, room, 1, number);
    }

    /** Copies the link of the last message by the key, and returns it. */
    private static String linkByKey(Visitor visitor, String text) {
        visitor.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        assertThat(visitor.message(text)).isVisible();
        visitor.composer().press("Shift+Tab");
        assertThat(visitor.message(text)).isFocused();
        visitor.page().keyboard().press("l");
        assertToast(visitor, "Link copied.");
        return (String) visitor.page().evaluate("navigator.clipboard.readText()");
    }

    /** Asserts that the page has led to this message. */
    static void assertAt(Visitor visitor, String text) {
        assertThat(visitor.message(text)).isFocused();
        assertThat(visitor.message(text)).isInViewport();
        assertThat(visitor.message(text)).hasClass(Pattern.compile("\\blit\\b"));
    }

    static void assertToast(Visitor visitor, String text) {
        assertThat(visitor.page().locator(".toast", new Page.LocatorOptions().setHasText(text)))
                .isVisible();
    }
}
