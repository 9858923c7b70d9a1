package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
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

/** Pinned messages in Ann's room: Ann pins as its owner, and Bob, a member, finds them. */
@Tag("once")
@Tag("page")
@TestInstance(Lifecycle.PER_CLASS)
class PinnedIT {
    private final AnnAndBob people = new AnnAndBob("pins");
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
    void the_owner_pins_a_message_and_everybody_finds_it() {
        bobsAccount.post(room, "the rules");
        press(ann, "the rules", "Pin");
        for (Visitor visitor : new Visitor[] {ann, bob}) {
            assertThat(sign(visitor, "the rules")).hasText("Pinned");
            assertThat(visitor.message("the rules")).hasAccessibleName(Pattern.compile("the rules, .*, pinned$"));
            visitor.page().reload();
            assertThat(sign(visitor, "the rules")).hasText("Pinned");
            assertThat(visitor.button("Pinned messages: 1")).isVisible();
        }
        ann.message("the rules").hover();
        action(ann, "the rules", "Unpin").click();
        assertThat(sign(bob, "the rules")).hasCount(0);
        assertThat(bob.button("Pinned messages")).not().containsText("1");
    }

    @Test
    @Tag("thorough")
    void a_member_is_offered_no_pin() {
        annsAccount.post(room, "the rules");
        bob.message("the rules").hover();
        assertThat(action(bob, "the rules", "Reply")).isVisible();
        assertThat(action(bob, "the rules", "Pin")).hasCount(0);
        pin(1);
        list(bob, "Pinned messages: 1");
        assertThat(pins(bob)).hasCount(1);
        assertThat(within(bob.dialog(), "Unpin")).hasCount(0);
        bob.page().keyboard().press("Escape");
        assertThat(bob.button("Pinned messages: 1")).isFocused();
        bob.composer().press("Shift+Tab");
        bob.page().keyboard().press("p");
        bob.write("I tried");
        assertThat(ann.message("I tried")).isVisible();
        assertThat(sign(ann, "the rules")).hasText("Pinned");
    }

    @Test
    @Tag("thorough")
    void the_list_leads_to_an_old_message_again_and_again() {
        Many.count(annsAccount, room, 1, 70);
        pin(2);
        pin(66);
        ann.page().reload();
        assertThat(ann.message("number 70.")).isInViewport();
        assertThat(ann.message("number 2.")).hasCount(0);
        for (int i = 0; i < 2; i++) {
            list(ann, "Pinned messages: 2");
            assertThat(pins(ann).locator(".pin-text")).hasText(new String[] {"number 66.", "number 2."});
            pins(ann).last().getByText("Go to message").click();
            assertThat(ann.dialog()).hasCount(0);
            assertThat(ann.message("number 2.")).isInViewport();
            ann.button("To the newest message").click();
            assertThat(ann.message("number 70.")).isInViewport();
        }
    }

    @Test
    @Tag("thorough")
    void the_open_list_follows_pins_edits_and_deletions() {
        annsAccount.post(room, "the rules");
        annsAccount.post(room, "the menu");
        list(bob, "Pinned messages");
        assertThat(bob.dialog()).containsText("Owners and moderators can pin messages of this room.");
        pin(1);
        pin(2);
        assertThat(pins(bob).locator(".pin-text")).hasText(new String[] {"the menu", "the rules"});
        annsAccount
                .patch("rooms/" + room + "/messages/1", Json.of("body", "the new rules"))
                .expect(200);
        assertThat(pins(bob).locator(".pin-text")).hasText(new String[] {"the menu", "the new rules"});
        annsAccount.delete("rooms/" + room + "/messages/2").expect(204);
        assertThat(pins(bob).locator(".pin-text")).hasText(new String[] {"the new rules"});
        annsAccount.delete("rooms/" + room + "/pins/1").expect(204);
        assertThat(bob.dialog()).containsText("Nothing is pinned yet");
    }

    @Test
    @Tag("thorough")
    void staff_unpin_in_the_list_and_the_focus_goes_on() {
        Many.count(annsAccount, room, 1, 21);
        for (int i = 1; i <= 21; i++) {
            pin(i);
        }
        ann.page().reload();
        list(ann, "Pinned messages: 20+");
        assertThat(pins(ann)).hasCount(20);
        ann.dialog().getByText("Show more").click();
        assertThat(pins(ann)).hasCount(21);
        within(pins(ann).first(), "Unpin").click();
        assertThat(pins(ann)).hasCount(20);
        assertThat(pins(ann).first()).containsText("number 20.");
        assertThat(within(pins(ann).first(), "Unpin")).isFocused();
        assertThat(sign(bob, "number 21.")).hasCount(0);
    }

    @Test
    @Tag("thorough")
    void a_key_pins_the_message_that_has_the_focus() {
        annsAccount.post(room, "the rules");
        assertThat(ann.message("the rules")).isVisible();
        ann.composer().press("Shift+Tab");
        assertThat(ann.message("the rules")).isFocused();
        ann.page().keyboard().press("p");
        assertThat(sign(bob, "the rules")).hasText("Pinned");
        assertThat(ann.message("the rules")).isFocused();
        ann.page().keyboard().press("p");
        assertThat(sign(bob, "the rules")).hasCount(0);
        ann.page().keyboard().press("Control+/");
        assertThat(ann.dialog()).containsText("Pin or unpin the message");
    }

    @Test
    @Tag("thorough")
    void an_action_may_go_while_it_has_the_focus() {
        annsAccount.post(room, "the rules");
        press(ann, "the rules", "Pin");
        assertThat(action(ann, "the rules", "Unpin")).isFocused();
        annsAccount.delete("rooms/" + room + "/messages/1").expect(204);
        assertThat(ann.messages()).hasText(new String[] {"Message deleted"});
        assertThat(ann.page().locator(".row-actions")).hasCount(0);
    }

    @Test
    @Tag("thorough")
    void a_refusal_is_told_in_words_and_changes_nothing() {
        annsAccount.post(room, "the rules");
        ann.page()
                .route(
                        "**/pins/1",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setStatus(403)
                                .setContentType("application/problem+json")
                                .setBody(Json.of("code", "forbidden").toString())));
        press(ann, "the rules", "Pin");
        assertThat(ann.page().locator(".toast")).containsText("Only owners and moderators can pin messages here.");
        assertThat(sign(ann, "the rules")).hasCount(0);
    }

    @Test
    @Tag("thorough")
    void in_a_private_conversation_both_pin() {
        annsAccount.write(bobsAccount, "our place");
        bob.open("#/direct/" + annsAccount.name());
        press(bob, "our place", "Pin");
        ann.open("#/direct/" + bobsAccount.name());
        assertThat(sign(ann, "our place")).hasText("Pinned");
        list(ann, "Pinned messages: 1");
        within(pins(ann).first(), "Unpin").click();
        assertThat(ann.dialog()).containsText("Choose “Pin” in the actions of a message");
        assertThat(sign(bob, "our place")).hasCount(0);
    }

    @Test
    @Tag("thorough")
    void axe_finds_nothing_on_a_wide_page_and_on_a_phone() {
        annsAccount.post(room, "the rules, with a-very-long-word-that-must-break-somewhere".repeat(3));
        pin(1);
        for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            ann.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            for (int width : new int[] {1280, 390, 320}) {
                ann.page().setViewportSize(width, 800);
                list(ann, "Pinned messages: 1");
                assertThat(pins(ann)).hasCount(1);
                assertAxeFindsNothing(ann);
                assertTrue((Integer) ann.page().evaluate("document.documentElement.scrollWidth") <= width);
                ann.page().keyboard().press("Escape");
                assertThat(ann.dialog()).hasCount(0);
                assertAxeFindsNothing(ann);
            }
        }
    }

    @Test
    @Tag("thorough")
    void a_finger_held_on_a_message_offers_to_pin_it() {
        annsAccount.post(room, "the rules");
        try (Visitor phone = Visitor.at(
                        people.cast.server().base(),
                        new NewContextOptions()
                                .setViewportSize(390, 844)
                                .setHasTouch(true)
                                .setIsMobile(true))
                .signIn(annsAccount, room)) {
            phone.upToDate();
            phone.message("the rules")
                    .locator(".body")
                    .dispatchEvent("pointerdown", Map.of("pointerType", "touch", "isPrimary", true));
            within(phone.dialog(), "Pin").click();
            assertThat(phone.dialog()).hasCount(0);
            assertThat(sign(phone, "the rules")).hasText("Pinned");
        }
    }

    /** Pins by REST. */
    private void pin(long seq) {
        annsAccount.put("rooms/" + room + "/pins/" + seq, null).expect(204);
    }

    private static void press(Visitor visitor, String text, String action) {
        visitor.message(text).hover();
        action(visitor, text, action).click();
    }

    private static Locator action(Visitor visitor, String text, String name) {
        return within(visitor.message(text).locator(".row-actions"), name);
    }

    /** The button whose name is this, or begins with this and a colon. */
    private static Locator within(Locator part, String name) {
        return part.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name + "(:|$)")));
    }

    private static Locator sign(Visitor visitor, String text) {
        return visitor.message(text).locator(".pin-sign");
    }

    private static void list(Visitor visitor, String name) {
        visitor.button(name).click();
        assertThat(visitor.dialog()).isVisible();
    }

    private static Locator pins(Visitor visitor) {
        return visitor.dialog().locator(".pin");
    }

    private static void assertAxeFindsNothing(Visitor visitor) {
        var found = new AxeBuilder(visitor.page()).analyze().getViolations();
        assertTrue(found.isEmpty(), () -> found.toString());
    }
}
