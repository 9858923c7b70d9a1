package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.parley.harness.Json;
import org.parley.harness.Messages;
import org.parley.harness.Person;

/** Ann has asked in her room. The page counts the replies and shows them beside the other messages. */
@Tag("once")
@Tag("page")
@TestInstance(Lifecycle.PER_CLASS)
class RepliesInThePageIT {
    private static final int SCREENFUL = 60;

    private final AnnAndBob people = new AnnAndBob("replies");
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
    void replies_are_counted_and_shown_and_written_beside_the_timeline() {
        asked("I do", "me too");
        annsAccount.post(room, "another matter");
        assertThat(open(ann)).hasText("2 replies");
        open(ann).click();
        assertThat(bodies(ann)).hasText(new String[] {"who comes?", "I do", "me too"});
        assertThat(panel(ann).locator(".thread-count")).hasText("2 replies");
        assertThat(panel(ann).locator(".quote")).hasCount(0);
        reply("or do I");
        assertThat(bodies(ann)).hasText(new String[] {"who comes?", "I do", "me too", "or do I"});
        Locator field = panel(ann).locator("textarea");
        assertThat(field).isFocused();
        field.fill("four of us");
        field.press("Enter");
        assertThat(bodies(ann).last()).hasText("four of us");
        assertThat(timeline(ann).locator(".row .body").last()).hasText("four of us");
        assertThat(bob.page().locator(".row").last().locator(".quote")).containsText("who comes?");
        assertThat(open(bob)).hasText("4 replies");
        bobsAccount.delete("rooms/" + room + "/messages/2").expect(204);
        for (Visitor visitor : new Visitor[] {ann, bob}) {
            assertThat(open(visitor)).hasText("3 replies");
            visitor.page().reload();
            assertThat(open(visitor)).hasText("3 replies");
        }
    }

    @Test
    @Tag("thorough")
    void edits_reactions_and_deletions_are_followed_in_both_places() {
        asked("I do");
        open(ann).click();
        assertThat(bodies(ann)).hasCount(2);
        bobsAccount
                .patch("rooms/" + room + "/messages/2", Json.of("body", "I would"))
                .expect(200);
        Chips.react(bobsAccount, room, 2, Chips.THUMB);
        assertThat(bodies(ann).last()).containsText("I would");
        panel(ann).locator(".chip[data-emoji]").click();
        assertThat(bob.message("I would").locator(".chip[data-emoji]").last()).hasText(Chips.THUMB + " 2");
        open(bob).click();
        assertThat(bodies(bob)).hasCount(2);
        Locator own = panel(bob).locator(".row").last();
        own.hover();
        own.getByLabel("Delete").click();
        assertThat(bodies(bob).last()).hasText("Deleted. Undo");
        assertThat(timeline(bob).locator(".row .body").last()).hasText("Deleted. Undo");
        own.locator(".undo").click();
        assertThat(bodies(bob).last()).containsText("I would");
        own.hover();
        own.getByLabel("Edit").click();
        Locator field = panel(bob).locator("textarea");
        assertThat(field).hasValue("I would");
        field.fill("I will");
        field.press("Enter");
        assertThat(timeline(ann).locator(".row .body").last()).containsText("I will");
        assertThat(field).hasValue("");
        bobsAccount.delete("rooms/" + room + "/messages/2").expect(204);
        assertThat(bodies(ann).last()).hasText("Message deleted");
        assertThat(open(ann)).hasCount(0);
    }

    @Test
    @Tag("thorough")
    void the_keyboard_opens_them_and_escape_leads_back_and_the_rest_is_loaded_when_needed() {
        annsAccount.post(room, "who comes?");
        for (int i = 1; i <= SCREENFUL + 1; i++) {
            reply("number " + i + ".");
        }
        bob.open("#/rooms/" + room + "/1");
        assertThat(timeline(bob).locator(".row").first()).isFocused();
        assertThat(open(bob)).hasText(SCREENFUL + 1 + " replies");
        bob.page().keyboard().press("Enter");
        bob.page().keyboard().press("ArrowUp");
        assertThat(open(bob)).isFocused();
        bob.page().keyboard().press("Enter");
        assertThat(panel(bob).locator("textarea")).isFocused();
        assertThat(bodies(bob)).hasCount(SCREENFUL + 1);
        bob.page().keyboard().type("half a reply");
        bob.page().keyboard().press("Escape");
        assertThat(panel(bob)).hasCount(0);
        assertThat(open(bob)).isFocused();
        assertThat(bob.composer()).hasValue("");
        bob.page().keyboard().press("Enter");
        assertThat(panel(bob).locator("textarea")).hasValue("half a reply");
        bob.page().keyboard().press("Enter");
        assertThat(bodies(bob)).hasCount(SCREENFUL + 3);
        assertThat(bodies(bob).last()).hasText("half a reply");
        assertThat(bodies(bob).last()).isInViewport();
    }

    @Test
    @Tag("thorough")
    void axe_finds_nothing_beside_the_timeline_and_over_it() {
        asked("I do, with-a-very-long-word-that-must-break-somewhere".repeat(3));
        for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            ann.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            for (int width : new int[] {1280, 320}) {
                ann.page().setViewportSize(width, 800);
                open(ann).click();
                assertThat(bodies(ann)).hasCount(2);
                assertThat(timeline(ann)).isVisible(new IsVisibleOptions().setVisible(width > 1100));
                Axe.assertFindsNothing(ann.page());
                assertTrue((Integer) ann.page().evaluate("document.documentElement.scrollWidth") <= width);
                ann.page().getByLabel("Close replies").click();
                assertThat(panel(ann)).hasCount(0);
                assertThat(timeline(ann)).isVisible();
                Axe.assertFindsNothing(ann.page());
            }
        }
        open(ann).click();
        // The pointer may be over the actions of the row, which cover its time.
        panel(ann).locator("a.time").first().press("Enter");
        assertThat(panel(ann)).hasCount(0);
        assertThat(ann.message("who comes?").first()).isFocused();
    }

    /** Ann asks "who comes?", and Bob replies. */
    private void asked(String... replies) {
        annsAccount.post(room, "who comes?");
        for (String reply : replies) {
            reply(reply);
        }
    }

    private void reply(String body) {
        Messages.post(bobsAccount, room, Messages.of(body).put("replyTo", 1)).expect(201);
    }

    private static Locator open(Visitor visitor) {
        return timeline(visitor).locator(".replies-open");
    }

    private static Locator timeline(Visitor visitor) {
        return visitor.page().locator(".timeline");
    }

    private static Locator panel(Visitor visitor) {
        return visitor.page().locator(".thread");
    }

    private static Locator bodies(Visitor visitor) {
        return panel(visitor).locator(".row .body");
    }
}
