package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.parley.harness.Many;
import org.parley.harness.Person;
import org.parley.harness.Waiting;

/** Bob looks for messages in the page. */
@Tag("once")
@Tag("page")
@TestInstance(Lifecycle.PER_CLASS)
class SearchingIT {
    private final AnnAndBob people = new AnnAndBob("search");
    private final Person annsAccount = people.annsAccount;
    private final Person bobsAccount = people.bobsAccount;
    private final Visitor bob = people.bob;
    private final Page page = bob.page();
    private String room;

    @BeforeEach
    void they_meet() {
        page.reload();
        room = people.meet();
    }

    @AfterAll
    void they_go() {
        people.close();
    }

    @Test
    void a_hit_is_shown_in_its_place_and_the_list_stays() {
        annsAccount.post(room, "an **old** needle <b>in</b> the hay");
        Many.count(annsAccount, room, 2, 70);
        indexed("needle in:" + room);
        page.keyboard().press("Control+Shift+F");
        assertThat(field()).isFocused();
        field().fill("needle in:" + room);
        assertThat(hits()).hasCount(1);
        assertThat(hits().locator(".search-text")).hasText("an old needle <b>in</b> the hay");
        assertThat(hits().locator("mark")).hasText("needle");
        assertThat(page.locator(".search-state")).hasText("1 message");
        page.keyboard().press("ArrowDown");
        assertThat(hits().first()).isFocused();
        page.keyboard().press("Enter");
        assertThat(bob.message("an old needle")).isInViewport();
        assertThat(hits()).hasCount(1);
        assertThat(hits()).hasAttribute("aria-current", "true");
        annsAccount.delete("rooms/" + room + "/messages/1").expect(204);
        assertThat(hits()).hasCount(0);
        bob.assertClean();
    }

    @Test
    @Tag("thorough")
    void on_a_phone_the_search_covers_the_room_and_comes_back_as_it_was() {
        annsAccount.post(room, "needle one");
        annsAccount.post(room, "needle two");
        indexed("needle in:" + room);
        page.setViewportSize(390, 800);
        page.keyboard().press("Control+Shift+F");
        field().fill("needle in:" + room);
        assertThat(hits()).hasCount(2);
        assertThat(bob.composer()).not().isVisible();
        hits().last().click();
        assertThat(field()).hasCount(0);
        assertThat(bob.message("needle one")).isVisible();
        page.keyboard().press("Control+Shift+F");
        assertThat(hits()).hasCount(2);
        assertThat(hits().last()).isFocused();
        page.keyboard().press("Escape");
        assertThat(field()).hasCount(0);
        assertThat(bob.composer()).isVisible();
    }

    @Test
    void it_says_what_it_does_not_understand_and_what_it_did_not_find() {
        bob.button("Search messages").click();
        field().fill("tea has:cake");
        assertThat(page.locator(".search-state")).containsText("What does has:cake mean?");
        field().fill("nothing-has-this-word");
        assertThat(page.locator(".search-state")).hasText("Nothing found.");
        bob.exactButton("Here").click();
        assertThat(field()).hasValue("nothing-has-this-word in:" + room);
        bob.button("Close the search").click();
        assertThat(bob.button("Search messages")).isFocused();
    }

    @Test
    @Tag("thorough")
    void axe_finds_nothing_on_a_wide_page_and_on_a_phone() {
        annsAccount.post(room, "needle, with a-very-long-word-that-must-break-somewhere".repeat(3));
        indexed("needle in:" + room);
        page.keyboard().press("Control+Shift+F");
        field().fill("needle in:" + room);
        assertThat(hits()).hasCount(1);
        for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            for (int width : new int[] {1280, 390, 320}) {
                page.setViewportSize(width, 800);
                assertThat(hits()).isVisible();
                assertEquals(800, page.locator(".search-panel").boundingBox().height, "it fills the page at " + width);
                Axe.assertFindsNothing(page);
                assertTrue((Integer) page.evaluate("document.documentElement.scrollWidth") <= width);
            }
        }
    }

    /** Waits until the server finds something: a search in the page is not repeated by itself. */
    private void indexed(String text) {
        String query = Pattern.compile(" in:(.*)").matcher(text).replaceAll("&room=$1");
        Waiting.until("the index has it", Duration.ofSeconds(20), () -> !bobsAccount
                .get("search?q=" + query)
                .expect(200)
                .path("hits")
                .isEmpty());
    }

    private Locator field() {
        return page.locator(".search-form input");
    }

    private Locator hits() {
        return page.locator(".search-hit");
    }
}
