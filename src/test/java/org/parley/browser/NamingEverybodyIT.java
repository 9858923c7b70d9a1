package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** {@code @all} and {@code @here}: offered while typing, announced before sending, and highlighted when read. */
@Tag("once")
@Tag("page")
@TestInstance(Lifecycle.PER_CLASS)
class NamingEverybodyIT {
    private final AnnAndBob people = new AnnAndBob("everybody");
    private final Visitor ann = people.ann;
    private final Visitor bob = people.bob;
    private final Locator offer = ann.page().getByRole(AriaRole.LISTBOX);
    private final Locator hint = ann.page().locator(".notifies");

    @BeforeEach
    void they_meet() {
        people.meet();
    }

    @AfterAll
    void they_go() {
        people.close();
    }

    @Test
    void the_words_are_offered_by_the_keyboard_and_the_page_says_how_many_people_they_notify() {
        ann.composer().pressSequentially("Come, @al");
        assertThat(offer.getByRole(AriaRole.OPTION)).hasText(Pattern.compile("@all\\s+everyone in here"));
        ann.composer().press("Enter");
        assertThat(ann.composer()).hasValue("Come, @all ");
        assertThat(hint).hasText("Notifies 1 person");
        ann.composer().press("Enter");
        assertThat(hint).hasCount(0);
        assertThat(bob.messages().locator(".mention")).hasText("@all");
        assertThat(bob.messages().locator(".mention")).hasClass(Pattern.compile("of-me"));
        assertThat(ann.messages().locator(".mention")).not().hasClass(Pattern.compile("of-me"));
    }

    @Test
    @Tag("thorough")
    void people_come_first_and_code_notifies_nobody() {
        ann.composer().pressSequentially("@");
        assertThat(offer.getByRole(AriaRole.OPTION)).hasCount(3);
        assertThat(offer.getByRole(AriaRole.OPTION).first()).containsText("@" + people.bobsAccount.name());
        ann.composer().fill("`@here`");
        assertThat(hint).hasCount(0);
        ann.composer().fill("@here");
        assertThat(hint).hasText("Notifies 1 person who is online");
        ann.composer().fill("");
        assertThat(hint).hasCount(0);
    }

    @Test
    @Tag("thorough")
    void both_are_accessible_and_fit_on_a_small_screen_in_light_and_dark() {
        ann.page().setViewportSize(320, 640);
        ann.composer().pressSequentially("@here and @");
        assertThat(offer).isVisible();
        assertThat(hint).isVisible();
        Axe.assertFindsNothing(ann.page());
        assertEquals(320, ann.page().evaluate("document.scrollingElement.scrollWidth"));
        ann.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Axe.assertContrast(ann.page());
    }

    @Test
    @Tag("thorough")
    void a_room_elsewhere_shows_that_everybody_was_mentioned() {
        bob.open("#/rooms/main");
        bob.upToDate();
        ann.write("@all, look here");
        assertThat(bob.unread(people.room)).containsText("1 mentions you");
    }
}
