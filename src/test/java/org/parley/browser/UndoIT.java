package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Json;
import org.parley.harness.Person;

/** Bob deletes what he wrote in Ann's room, and may take it back for five seconds. */
@Tag("once")
@Tag("page")
class UndoIT {
    private static final Pattern ONE_MESSAGE = Pattern.compile("/messages/\\d+$");
    private static final int TIME_TO_UNDO_MS = 5000;
    /** For what happens only after those seconds. */
    private static final double PATIENCE_MS = 20_000;

    private final AnnAndBob people = new AnnAndBob("undo");
    private final Person annsAccount = people.annsAccount;
    private final Visitor ann = people.ann;
    private final Visitor bob = people.bob;
    private final String room = people.room;

    @AfterEach
    void they_go() {
        people.close();
    }

    @Test
    void a_deleted_message_goes_after_five_seconds_for_everybody() {
        written();
        stopTime();
        delete("my secret");
        assertThat(bob.dialog()).hasCount(0);
        assertThat(bob.messages()).hasText(new String[] {"Deleted. Undo"});
        assertThat(undo()).isFocused();
        assertThat(undo()).hasAccessibleName("Undo: bring the message back");
        assertThat(bob.page().locator(".row-actions")).hasCount(0);
        assertThat(ann.messages()).hasText(new String[] {"my secret"});
        bob.page().clock().runFor(TIME_TO_UNDO_MS);
        assertGone(ann);
        assertGone(bob);
        assertThat(bob.message("Message deleted")).isFocused();
        ann.page().reload();
        assertGone(ann);
    }

    @Test
    @Tag("thorough")
    void the_button_and_a_key_bring_it_back() {
        AtomicInteger asked = new AtomicInteger();
        bob.page().route(ONE_MESSAGE, route -> {
            asked.incrementAndGet();
            route.resume();
        });
        written();
        stopTime();
        delete("my secret");
        undo().press("Enter");
        assertBack();
        delete("my secret");
        assertThat(undo()).isFocused();
        bob.page().keyboard().press("Control+z");
        assertBack();
        bob.page().clock().runFor(2 * TIME_TO_UNDO_MS);
        assertThat(bob.messages()).hasText(new String[] {"my secret"});
        assertThat(ann.messages()).hasText(new String[] {"my secret"});
        assertEquals(0, asked.get());
    }

    @Test
    @Tag("thorough")
    void in_the_message_field_the_key_belongs_to_the_field() {
        written();
        stopTime();
        delete("my secret");
        bob.composer().pressSequentially("ab");
        bob.composer().press("Control+z");
        assertThat(undo()).isVisible();
        bob.composer().fill("");
        bob.composer().press("Escape");
        undo().click();
        assertBack();
    }

    @Test
    @Tag("thorough")
    void who_goes_to_another_room_deletes_at_once() {
        written();
        stopTime();
        delete("my secret");
        bob.open("#/rooms/main");
        assertGone(ann);
        bob.open("#/rooms/" + room);
        assertGone(bob);
    }

    @Test
    @Tag("thorough")
    void who_leaves_the_page_deletes_at_once() {
        written();
        stopTime();
        delete("my secret");
        bob.page().navigate("about:blank");
        assertGone(ann);
    }

    @Test
    @Tag("thorough")
    void who_signs_out_deletes_at_once_and_leaves_nothing_behind() {
        written();
        stopTime();
        delete("my secret");
        bob.page().locator(".me").click();
        bob.button("Sign out").click();
        assertThat(bob.page().getByLabel("Username")).isVisible();
        assertGone(ann);
        assertEquals(0, waiting());
    }

    @Test
    @Tag("thorough")
    void without_a_connection_it_waits_and_outlives_a_reload() {
        written();
        AtomicInteger asked = new AtomicInteger();
        bob.page().route(ONE_MESSAGE, route -> {
            asked.incrementAndGet();
            route.abort();
        });
        delete("my secret");
        bob.page().waitForCondition(() -> asked.get() > 0);
        assertThat(bob.messages()).hasText(new String[] {"Message deleted"});
        assertThat(ann.messages()).hasText(new String[] {"my secret"});
        assertEquals(1, waiting());
        bob.page().unroute(ONE_MESSAGE);
        bob.page().reload();
        assertThat(ann.messages())
                .hasText(new String[] {"Message deleted"}, new HasTextOptions().setTimeout(PATIENCE_MS));
        bob.page().waitForCondition(() -> waiting() == 0);
    }

    @Test
    @Tag("thorough")
    void a_refusal_brings_it_back_and_says_why() {
        written();
        bob.page()
                .route(
                        ONE_MESSAGE,
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setStatus(403)
                                .setContentType("application/problem+json")
                                .setBody(Json.of("code", "forbidden").toString())));
        delete("my secret");
        assertThat(bob.page().locator(".toast.error")).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MS));
        assertThat(bob.messages()).hasText(new String[] {"my secret"});
        assertEquals(0, waiting());
    }

    @Test
    @Tag("thorough")
    void in_a_private_conversation_it_is_the_same() {
        people.bobsAccount.write(annsAccount, "between us");
        bob.open("#/direct/" + annsAccount.name());
        ann.open("#/direct/" + people.bobsAccount.name());
        assertThat(ann.messages()).hasText(new String[] {"between us"});
        stopTime();
        delete("between us");
        undo().click();
        assertThat(bob.messages()).hasText(new String[] {"between us"});
        delete("between us");
        assertThat(undo()).isVisible();
        bob.open("#/rooms/" + room);
        assertGone(ann);
    }

    @Test
    @Tag("thorough")
    void axe_finds_nothing_while_it_waits_and_nothing_scrolls_sideways() {
        for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            bob.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            for (int width : new int[] {1280, 320}) {
                bob.page().setViewportSize(width, 800);
                String text = "a secret at " + width + " px, " + theme;
                bob.write(text);
                assertThat(ann.message(text)).isVisible();
                delete(text);
                assertThat(undo()).isVisible();
                assertTrue((Integer) bob.page().evaluate("document.documentElement.scrollWidth") <= width);
                Axe.assertFindsNothing(bob.page());
            }
        }
    }

    private void written() {
        bob.write("my secret");
        assertThat(ann.messages()).hasText(new String[] {"my secret"});
        assertThat(bob.page().locator(".row[data-seq]")).hasCount(1);
    }

    /** From now on time passes on Bob's page only when the test says so. */
    private void stopTime() {
        bob.page().clock().install();
        bob.page().clock().pauseAt(Date.from(Instant.now().plusSeconds(10)));
    }

    private void delete(String text) {
        bob.message(text).hover();
        bob.message(text).getByLabel("Delete").click();
    }

    private Locator undo() {
        return bob.page().locator(".undo").last();
    }

    /** How many deletions Bob's browser has stored. */
    private int waiting() {
        return (Integer) bob.page()
                .evaluate("() => Object.keys(localStorage).filter((key) => key.includes(':deletion:')).length");
    }

    private void assertBack() {
        assertThat(bob.messages()).hasText(new String[] {"my secret"});
        assertThat(bob.message("my secret")).isFocused();
    }

    private static void assertGone(Visitor visitor) {
        assertThat(visitor.messages()).hasText(new String[] {"Message deleted"});
    }
}
