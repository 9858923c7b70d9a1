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
import org.parley.harness.Uploads;
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
    @Tag("thorough")
    void it_says_what_it_does_not_understand_and_what_it_did_not_find() {
        bob.button("Search messages").click();
        field().fill("tea has:cake");
        assertThat(page.locator(".search-state")).containsText("What does has:cake mean?");
        field().fill("nothing-has-this-word");
        assertThat(page.locator(".search-state")).hasText("No messages found.");
        bob.exactButton("Here").click();
        assertThat(field()).hasValue("nothing-has-this-word in:" + room);
        assertThat(bob.exactButton("Here")).hasAttribute("aria-pressed", "true");
        bob.exactButton("Here").click();
        assertThat(field()).hasValue("nothing-has-this-word");
        bob.button("Close the search").click();
        assertThat(bob.button("Search messages")).isFocused();
    }

    @Test
    @Tag("thorough")
    void what_is_typed_and_what_is_chosen_are_the_same_filters() {
        String file = Uploads.id(annsAccount, "needle-plan.txt", "a");
        Uploads.post(annsAccount, room, "", file);
        annsAccount.post(room, "needle https://example.org");
        bobsAccount.post(room, "needle");
        indexed("needle in:" + room, 3);
        page.keyboard().press("Control+Shift+F");
        field().fill("needle in:" + room + " has:links");
        assertThat(hits()).hasCount(1);
        assertThat(filter("With")).hasValue("link");
        assertThat(filter("In")).hasValue(room);
        filter("With").selectOption("file");
        assertThat(field()).hasValue("needle in:" + room + " has:file");
        assertThat(hits().locator(".search-text")).hasText("needle-plan.txt");
        filter("With").selectOption("");
        assertThat(hits()).hasCount(3);
        filter("From").fill(bobsAccount.name());
        filter("From").press("Enter");
        assertThat(field()).hasValue("needle in:" + room + " from:" + bobsAccount.name());
        assertThat(hits()).hasCount(1);
        filter("Before").fill("2020-01-31");
        assertThat(page.locator(".search-state")).hasText("No messages found.");
        field().fill("in:" + room + " after:2020-01-31 has:file");
        assertThat(hits().locator(".search-text")).hasText("needle-plan.txt");
        assertThat(filter("From")).hasValue("");
        assertThat(filter("Since")).hasValue("2020-01-31");
        assertThat(filter("Before")).hasValue("");
    }

    @Test
    @Tag("thorough")
    void rooms_and_people_are_found_by_their_names_and_reached_by_keys() {
        annsAccount.post(room, "who knows " + room + "?");
        indexed(room);
        page.keyboard().press("Control+Shift+F");
        field().fill(room);
        assertThat(places()).hasCount(1);
        assertThat(hits()).hasCount(1);
        assertThat(page.locator(".search-state")).hasText("1 room or person · 1 message");
        field().fill(annsAccount.name());
        assertThat(places()).containsText(annsAccount.name());
        field().press("ArrowDown");
        assertThat(places().first()).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator(".room[data-kind=direct]")).isVisible();
        field().fill(annsAccount.name() + " has:link");
        assertThat(places()).hasCount(0);
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
                if (page.locator(".search-filters").count() == 0) {
                    bob.button("Filters").click();
                }
                double tools = page.locator(".search-tools").boundingBox().height;
                assertTrue(tools < 2 * bob.button("Filters").boundingBox().height, "they are in one line at " + width);
                assertEquals(800, page.locator(".search-panel").boundingBox().height, "it fills the page at " + width);
                Axe.assertFindsNothing(page);
                assertTrue((Integer) page.evaluate("document.documentElement.scrollWidth") <= width);
            }
        }
    }

    /** Waits until the server finds something: a search in the page is not repeated by itself. */
    private void indexed(String text) {
        indexed(text, 1);
    }

    private void indexed(String text, int count) {
        String query = Pattern.compile(" in:(.*)").matcher(text).replaceAll("&room=$1");
        Waiting.until(
                "the index has it",
                Duration.ofSeconds(20),
                () -> bobsAccount
                                .get("search?q=" + query)
                                .expect(200)
                                .path("hits")
                                .size()
                        >= count);
    }

    private Locator field() {
        return page.locator(".search-form input[type=search]");
    }

    private Locator filter(String label) {
        return page.locator(".search-filters .field:has(> span:text-is('" + label + "')) :is(select, input)");
    }

    private Locator places() {
        return page.locator(".search-place");
    }

    private Locator hits() {
        return page.locator(".search-hit");
    }
}
