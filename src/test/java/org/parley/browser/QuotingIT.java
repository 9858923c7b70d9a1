package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.parley.harness.Many;
import org.parley.harness.Messages;
import org.parley.harness.Person;

/** Bob replies to messages in Ann's room: by keys, by touch, and to a part of a message. */
@Tag("once")
@Tag("page")
@TestInstance(Lifecycle.PER_CLASS)
class QuotingIT {
    private final AnnAndBob people = new AnnAndBob("quoting");
    private final Person annsAccount = people.annsAccount;
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
    void keys_reply_to_the_last_message_and_to_the_one_that_has_the_focus() {
        annsAccount.post(room, "the first");
        annsAccount.post(room, "the second");
        assertThat(bob.message("the second")).isVisible();
        bob.composer().press("Shift+ArrowUp");
        assertThat(replying()).containsText("the second");
        bob.composer().press("Escape");
        assertThat(replying()).hasCount(0);
        for (String key : new String[] {"r", "Shift+ArrowUp"}) {
            bob.composer().press("Shift+Tab");
            assertThat(bob.page().locator(".row:focus")).isVisible();
            bob.page().keyboard().press("Home");
            assertThat(bob.message("the first")).isFocused();
            bob.page().keyboard().press(key);
            assertThat(replying()).containsText("the first");
            assertThat(bob.composer()).isFocused();
            assertThat(bob.composer()).hasValue("");
            bob.composer().press("Escape");
        }
        bob.page().keyboard().press("Control+/");
        assertThat(bob.dialog()).containsText("Reply to the message");
    }

    @Test
    void what_is_selected_in_one_message_becomes_a_quotation() {
        annsAccount.post(room, "tea or coffee?\n\nand when?");
        annsAccount.post(room, "something else");
        assertThat(bob.message("something else")).isVisible();
        bob.composer().fill("I think");
        bob.message("tea or coffee").locator(".body").selectText();
        bob.message("tea or coffee").hover();
        bob.message("tea or coffee").getByLabel("Reply").click();
        assertThat(replying()).containsText("tea or coffee");
        assertThat(bob.composer()).hasValue("I think\n\n> tea or coffee?\n>\n> and when?\n\n");
        bob.composer().pressSequentially("coffee");
        bob.composer().press("Enter");
        assertThat(people.ann.messages().last().locator("blockquote")).containsText("and when?");
        assertThat(people.ann.page().locator(".row").last().locator(".quote")).containsText("tea or coffee");
        bob.page()
                .evaluate(
                        "() => getSelection().setBaseAndExtent(document.querySelector('.body'), 0, [...document.querySelectorAll('.body')][1], 1)");
        bob.message("something else").hover();
        bob.message("something else").getByLabel("Reply").click();
        assertThat(replying()).containsText("something else");
        assertThat(bob.composer()).hasValue("");
    }

    @Test
    @Tag("thorough")
    void a_quote_leads_to_a_message_that_is_not_loaded_and_says_when_it_is_deleted() {
        annsAccount.post(room, "the one");
        Many.count(annsAccount, room, 1, 150);
        Messages.post(annsAccount, room, Messages.of("an answer").put("replyTo", 1))
                .expect(201);
        assertThat(bob.message("an answer")).isInViewport();
        people.bobHasRead();
        bob.page().reload();
        assertThat(bob.message("an answer")).isInViewport();
        bob.message("an answer").locator(".quote").click();
        assertThat(bob.message("number 1.")).isInViewport();
        FindingOnesPlaceIT.assertAt(bob, "the one");
        annsAccount.delete("rooms/" + room + "/messages/1").expect(204);
        bob.button("To the newest message").click();
        assertThat(bob.message("an answer").locator(".quote")).containsText("Message deleted");
        bob.message("an answer").locator(".quote").click();
        FindingOnesPlaceIT.assertToast(bob, "The message at this link was deleted.");
    }

    @Test
    @Tag("thorough")
    void a_finger_swipes_to_reply_and_scrolls_up_and_down() {
        annsAccount.post(room, "swipe me");
        try (Visitor phone = phone()) {
            CDPSession screen = phone.context().newCDPSession(phone.page());
            assertThat(phone.message("swipe me")).isVisible();
            BoundingBox body = phone.message("swipe me").locator(".body").boundingBox();
            drag(screen, body.x + 20, body.y + 5, 20, 90);
            assertThat(phone.page().locator(".replying")).hasCount(0);
            drag(screen, body.x + 20, body.y + 5, 40, 4);
            assertThat(phone.page().locator(".replying")).hasCount(0);
            swipesInThePalette(phone, screen);
            assertThat(phone.page().locator(".replying")).hasCount(0);
            // The field has the focus now, so it is higher.
            body = phone.message("swipe me").locator(".body").boundingBox();
            drag(screen, body.x + 20, body.y + 5, 90, 4);
            assertThat(phone.page().locator(".replying")).containsText("swipe me");
            assertThat(phone.page().locator("[data-swipe], .swipe-sign")).hasCount(0);
            phone.assertClean();
        }
    }

    /** Nothing is taken, and nothing behind the palette is replied to. */
    private void swipesInThePalette(Visitor phone, CDPSession screen) {
        phone.page().keyboard().press("Control+k");
        Locator option = phone.dialog().locator("[role=option]").first();
        assertThat(option).isVisible();
        BoundingBox place = option.boundingBox();
        drag(screen, place.x + 40, place.y + 10, 90, 4);
        assertThat(option).isVisible();
        phone.page().keyboard().press("Escape");
        assertThat(phone.dialog()).hasCount(0);
    }

    /** A finger that goes from a place by so many pixels, in steps. */
    private static void drag(CDPSession screen, double x, double y, int right, int down) {
        touch(screen, "touchStart", x, y);
        for (int step = 1; step <= 5; step++) {
            touch(screen, "touchMove", x + right * step / 5.0, y + down * step / 5.0);
        }
        screen.send("Input.dispatchTouchEvent", touches("touchEnd", new JsonArray()));
    }

    private static void touch(CDPSession screen, String type, double x, double y) {
        JsonObject point = new JsonObject();
        point.addProperty("x", x);
        point.addProperty("y", y);
        JsonArray points = new JsonArray();
        points.add(point);
        screen.send("Input.dispatchTouchEvent", touches(type, points));
    }

    private static JsonObject touches(String type, JsonArray points) {
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        return event;
    }

    private Visitor phone() {
        Visitor phone = Visitor.at(
                        people.cast.server().base(),
                        new NewContextOptions()
                                .setViewportSize(390, 844)
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setHasTouch(true)
                                .setIsMobile(true))
                .signIn(people.bobsAccount, room);
        phone.upToDate();
        return phone;
    }

    private Locator replying() {
        return bob.page().locator(".replying");
    }
}
