package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.parley.browser.FindingOnesPlaceIT.assertAt;
import static org.parley.browser.FindingOnesPlaceIT.assertToast;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Json;
import org.parley.harness.Many;
import org.parley.harness.Person;

/** Bob finds what is new in Ann's room and elsewhere, and what he reads stays in place. */
@Tag("once")
@Tag("page")
class FindingWhatIsNewIT {
    private final AnnAndBob people = new AnnAndBob("new");
    private final Person annsAccount = people.annsAccount;
    private final Person bobsAccount = people.bobsAccount;
    private final Visitor bob = people.bob;
    private final String room = people.room;

    @AfterEach
    void they_go() {
        people.close();
    }

    @Test
    @Tag("thorough")
    void far_back_the_way_to_the_present_says_how_much_is_new_there() {
        Many.count(annsAccount, room, 1, 120);
        assertThat(bob.message("number 120.")).isInViewport();
        people.bobHasRead();
        bob.page().reload();
        assertThat(bob.message("number 120.")).isInViewport();
        bob.open("#/rooms/" + room + "/1");
        assertAt(bob, "number 1.");
        for (String text : List.of("one", "two", "three")) {
            annsAccount.post(room, "news " + text);
        }
        Locator back = bob.button("To the newest message, 3 unread");
        assertThat(back).hasText("3");
        back.click();
        assertThat(bob.message("news three")).isInViewport();
        assertThat(bob.button("To the newest message")).hasCount(0);
    }

    @Test
    void one_key_leads_through_everything_unread_and_says_when_nothing_is_left() {
        String quiet = newRoom("a-quiet");
        String called = newRoom("b-called");
        annsAccount.post(quiet, "by the way");
        annsAccount.post(called, "look, @" + bobsAccount.name());
        annsAccount.write(bobsAccount, "psst");
        assertThat(bob.unread(quiet)).isVisible();
        assertThat(bob.unread(called)).isVisible();
        assertThat(bob.conversation(annsAccount).locator(".count")).isVisible();
        List.of("look", "psst", "by the way").forEach(text -> {
            bob.page().keyboard().press("Alt+Shift+ArrowDown");
            assertThat(bob.message(text)).isInViewport();
            assertThat(bob.message(text).locator(".divider")).isVisible();
        });
        assertThat(bob.page().locator(".side .count")).hasCount(0);
        bob.page().keyboard().press("Alt+Shift+ArrowDown");
        assertToast(bob, "Nothing unread.");
        assertThat(bob.message("by the way")).isVisible();
    }

    @Test
    @Tag("thorough")
    void the_key_leads_on_to_the_first_unread_message_of_the_open_room() {
        Many.count(annsAccount, room, 1, 120);
        assertThat(bob.message("number 120.")).isInViewport();
        people.bobHasRead();
        bob.page().reload();
        assertThat(bob.message("number 120.")).isInViewport();
        bob.open("#/rooms/" + room + "/1");
        assertAt(bob, "number 1.");
        annsAccount.post(room, "the news");
        assertThat(bob.button("To the newest message, 1 unread")).isVisible();
        bob.page().keyboard().press("Alt+Shift+ArrowDown");
        assertAt(bob, "the news");
        bob.page().keyboard().press("Alt+Shift+ArrowDown");
        assertToast(bob, "Nothing unread.");
    }

    @Test
    @Tag("thorough")
    void the_divider_stays_where_it_was_while_the_room_is_open() {
        leave();
        annsAccount.post(room, "number 1.");
        annsAccount.post(room, "number 2.");
        assertThat(bob.unread(room)).containsText("2");
        bob.open("#/rooms/" + room);
        assertThat(bob.unread(room)).hasCount(0);
        annsAccount.post(room, "number 3.");
        assertThat(bob.message("number 3.")).isInViewport();
        bob.write("an answer");
        annsAccount.delete("rooms/" + room + "/messages/2").expect(204);
        assertThat(bob.message("Message deleted")).isVisible();
        assertThat(bob.message("number 1.").locator(".divider")).isVisible();
        assertThat(bob.page().locator(".divider")).hasCount(1);
        bob.open("#/rooms/" + room + "/3");
        assertThat(bob.message("number 1.").locator(".divider")).isVisible();
        leave();
        bob.open("#/rooms/" + room);
        assertThat(bob.message("number 3.")).isVisible();
        assertThat(bob.page().locator(".divider")).hasCount(0);
    }

    @Test
    @Tag("thorough")
    void what_is_read_stays_in_place_when_messages_above_it_change_and_older_ones_come() {
        Many.count(annsAccount, room, 1, 150);
        assertThat(bob.message("number 150.")).isInViewport();
        bob.open("#/rooms/" + room + "/100");
        assertAt(bob, "number 100.");
        Place.scrollToCut(bob, 98);
        double before = Place.top(bob, 99);
        annsAccount
                .patch("rooms/" + room + "/messages/97", Json.of("body", "number 97, in\nthree\nlines."))
                .expect(200);
        assertThat(bob.message("number 97, in")).hasCount(1);
        assertEquals(before, Place.top(bob, 99), 1, "after an edit");
        Chips.react(annsAccount, room, 96, Chips.THUMB);
        assertThat(Chips.chip(bob, "number 96.")).hasCount(1);
        assertEquals(before, Place.top(bob, 99), 1, "after a reaction");
        annsAccount
                .post(
                        "rooms/" + room + "/messages",
                        Json.of("clientId", Person.newId(), "body", "to number 95", "replyTo", 95))
                .expect(201);
        assertThat(bob.button("To the newest message, 1 unread")).isVisible();
        assertEquals(before, Place.top(bob, 99), 1, "after a reply");
        annsAccount.delete("rooms/" + room + "/messages/94").expect(204);
        assertThat(bob.message("Message deleted")).hasCount(1);
        assertEquals(before, Place.top(bob, 99), 1, "after a deletion");
    }

    @Test
    @Tag("thorough")
    void what_is_read_stays_in_place_when_older_messages_come() {
        Many.count(annsAccount, room, 1, 150);
        assertThat(bob.message("number 150.")).isInViewport();
        people.bobHasRead();
        // From the beginning, because a slow page may ask before anybody scrolls.
        List<Route> held = new ArrayList<>();
        bob.page().route(Pattern.compile("/messages\\?before="), held::add);
        bob.page().reload();
        assertThat(bob.message("number 150.")).isInViewport();
        assertThat(bob.message("number 40.")).hasCount(0);
        Place.scrollToCut(bob, 95);
        bob.page().waitForCondition(() -> !held.isEmpty());
        double before = Place.top(bob, 96);
        held.get(0).resume();
        assertThat(bob.message("number 40.")).hasCount(1);
        assertEquals(before, Place.top(bob, 96), 1);
    }

    /** Goes to the room that everybody is in, and waits until the page has. */
    private void leave() {
        bob.open("#/rooms/main");
        assertThat(bob.page().getByRole(AriaRole.MAIN, new Page.GetByRoleOptions().setName("main")))
                .isVisible();
    }

    private String newRoom(String name) {
        String made = annsAccount.createRoom(people.cast.unique(name));
        bobsAccount.join(made);
        assertThat(bob.entry(made)).isVisible();
        return made;
    }
}
