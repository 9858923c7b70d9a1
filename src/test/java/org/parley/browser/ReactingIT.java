package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.browser.Chips.PARTY;
import static org.parley.browser.Chips.THUMB;
import static org.parley.browser.Chips.all;
import static org.parley.browser.Chips.chip;
import static org.parley.browser.Chips.react;

import com.microsoft.playwright.Route;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.parley.harness.Json;
import org.parley.harness.Many;
import org.parley.harness.Person;

/** Reactions in Ann's room: Ann and Bob react to each other's messages. */
@Tag("once")
@Tag("page")
@TestInstance(Lifecycle.PER_CLASS)
class ReactingIT {
    private final AnnAndBob people = new AnnAndBob("react");
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
    void two_people_react_and_each_sees_how_many_and_who() {
        annsAccount.post(room, "lunch?");
        reactByBar(bob, "lunch?");
        assertThat(chip(bob, "lunch?")).hasAccessibleName(THUMB + " 1 person, you reacted");
        assertThat(chip(bob, "lunch?")).hasAttribute("aria-pressed", "true");
        assertThat(chip(ann, "lunch?")).hasAccessibleName(THUMB + " 1 person");
        assertThat(chip(ann, "lunch?")).hasAttribute("aria-pressed", "false");
        chip(ann, "lunch?").click();
        assertThat(chip(bob, "lunch?")).hasAccessibleName(THUMB + " 2 people, you reacted");
        chip(ann, "lunch?").hover();
        assertThat(ann.page().locator(".reaction-tip"))
                .hasText("You and \u2068" + bobsAccount.name() + "\u2069 reacted with " + THUMB);
        ann.composer().hover();
        assertThat(ann.page().locator(".reaction-tip")).hasCount(0);
        for (Visitor visitor : new Visitor[] {ann, bob}) {
            visitor.page().reload();
            assertThat(chip(visitor, "lunch?")).hasText(THUMB + " 2");
            assertThat(chip(visitor, "lunch?")).hasAttribute("aria-pressed", "true");
        }
    }

    @Test
    @Tag("thorough")
    void a_second_press_takes_the_reaction_back_and_the_row_keeps_the_focus() {
        annsAccount.post(room, "lunch?");
        react(annsAccount, room, 1, THUMB);
        chip(bob, "lunch?").click();
        assertThat(chip(ann, "lunch?")).hasText(THUMB + " 2");
        chip(bob, "lunch?").click();
        assertThat(chip(ann, "lunch?")).hasText(THUMB + " 1");
        chip(ann, "lunch?").focus();
        assertThat(chip(ann, "lunch?")).isFocused();
        ann.page().keyboard().press("Space");
        assertThat(chip(bob, "lunch?")).hasCount(0);
        assertThat(ann.message("lunch?")).isFocused();
    }

    @Test
    @Tag("thorough")
    void of_quick_presses_the_last_one_wins() {
        annsAccount.post(room, "lunch?");
        react(annsAccount, room, 1, THUMB);
        AtomicInteger asked = new AtomicInteger();
        bob.page().route("**/reactions/**", route -> {
            asked.incrementAndGet();
            route.resume();
        });
        assertThat(chip(bob, "lunch?")).hasText(THUMB + " 1");
        bob.page()
                .evaluate(
                        "() => { const chip = document.querySelector('.chip'); for (let i = 0; i < 5; i++) chip.click(); }");
        assertThat(chip(ann, "lunch?")).hasText(THUMB + " 2");
        assertThat(chip(bob, "lunch?")).hasAttribute("aria-pressed", "true");
        assertEquals(1, asked.get());
    }

    @Test
    @Tag("thorough")
    void a_refused_reaction_goes_again_and_a_toast_says_why() {
        annsAccount.post(room, "lunch?");
        bob.page()
                .route(
                        "**/reactions/**",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setStatus(429)
                                .setContentType("application/problem+json")
                                .setBody(Json.of("code", "rate_limited", "retryAfter", 3)
                                        .toString())));
        reactByBar(bob, "lunch?");
        assertThat(bob.page().locator(".toast")).containsText("Too many attempts. Try again in 3 seconds.");
        assertThat(chip(bob, "lunch?")).hasCount(0);
    }

    @Test
    @Tag("thorough")
    void without_a_connection_nothing_changes_and_a_toast_says_so() {
        annsAccount.post(room, "lunch?");
        react(annsAccount, room, 1, THUMB);
        assertThat(chip(bob, "lunch?")).hasText(THUMB + " 1");
        bob.line().cut();
        assertThat(bob.banner()).isVisible();
        chip(bob, "lunch?").click();
        assertThat(bob.page().locator(".toast")).containsText("Can’t reach the server");
        assertThat(chip(bob, "lunch?")).hasText(THUMB + " 1");
        assertThat(chip(bob, "lunch?")).hasAttribute("aria-pressed", "false");
        bob.line().mend();
        bob.retryNow();
        bob.upToDate();
    }

    @Test
    @Tag("thorough")
    void what_is_read_stays_in_place_when_reactions_come_above_at_the_edge_and_below() {
        Many.count(annsAccount, room, 1, 60);
        assertThat(bob.message("number 60.")).isInViewport();
        Place.scrollToCut(bob, 30);
        double before = Place.top(bob, 31);
        for (int seq : new int[] {12, 30, 34, 55}) {
            react(annsAccount, room, seq, THUMB);
            assertThat(chip(bob, "number " + seq + ".")).hasCount(1);
            assertEquals(before, Place.top(bob, 31), 1, "after a reaction to number " + seq);
        }
        react(annsAccount, room, 30, PARTY);
        assertThat(all(bob, "number 30.")).hasCount(2);
        assertEquals(before, Place.top(bob, 31), 1);
    }

    @Test
    @Tag("thorough")
    void at_the_end_the_view_stays_at_the_end() {
        Many.count(annsAccount, room, 1, 40);
        assertThat(bob.message("number 40.")).isInViewport();
        for (int seq : new int[] {40, 38, 5}) {
            react(annsAccount, room, seq, THUMB);
            assertThat(chip(bob, "number " + seq + ".")).hasCount(1);
            Object below = bob.page()
                    .evaluate(
                            "() => { const box = document.querySelector('.timeline'); return box.scrollHeight - box.scrollTop - box.clientHeight; }");
            assertTrue(((Number) below).doubleValue() <= 1, below + " px are below");
        }
        assertThat(chip(bob, "number 40.")).isInViewport();
    }

    @Test
    @Tag("thorough")
    void reactions_count_as_nothing_unread() {
        annsAccount.post(room, "lunch?");
        assertThat(bob.message("lunch?")).isVisible();
        bob.open("#/rooms/main");
        react(annsAccount, room, 1, THUMB);
        annsAccount.post(room, "or not?");
        assertThat(bob.unread(room)).containsText("1");
        bob.open("#/rooms/" + room);
        assertThat(chip(bob, "lunch?")).hasText(THUMB + " 1");
    }

    @Test
    @Tag("thorough")
    void a_muted_person_is_offered_no_reaction_but_sees_who_reacted() {
        annsAccount.post(room, "lunch?");
        react(annsAccount, room, 1, THUMB);
        assertThat(bob.message("lunch?").getByLabel("Add reaction")).hasCount(1);
        annsAccount
                .post("rooms/" + room + "/mutes", Json.of("username", bobsAccount.name()))
                .expect(201);
        assertThat(bob.message("lunch?").getByLabel("Add reaction")).hasCount(0);
        bob.message("lunch?").hover();
        assertThat(bob.message("lunch?").getByLabel("React with")).hasCount(0);
        chip(bob, "lunch?").click();
        assertThat(bob.dialog()).containsText(annsAccount.name());
        bob.page().keyboard().press("Escape");
        assertThat(chip(bob, "lunch?")).isFocused();
        assertThat(chip(ann, "lunch?")).hasText(THUMB + " 1");
    }

    /** Reacts by the first quick reaction in the action bar. */
    private static void reactByBar(Visitor visitor, String text) {
        visitor.message(text).hover();
        visitor.message(text).getByLabel("React with " + THUMB).click();
    }
}
