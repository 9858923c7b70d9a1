package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;

/** For people with low vision, with a screen reader, without a mouse, or with a phone in one hand. */
@Tag("page")
class EverybodyCanUseItIT {
    private static final Map<String, List<String>> DIALOGS = Map.of(
            "Settings", List.of("Profile", "Appearance", "Notifications", "Password", "Sessions", "Blocked"),
            "Room settings",
                    List.of(
                            "About",
                            "Notifications",
                            "Access",
                            "Members",
                            "Invites",
                            "Moderation",
                            "Reports",
                            "Delete"),
            "Browse rooms", List.of(),
            "New room", List.of(),
            "New message", List.of());

    private final Cast cast = Cast.onSharedServer();
    private final Person account = cast.ann();
    private final String room = account.createRoom(cast.unique("hall"));

    @Test
    void axe_finds_nothing_on_any_page() {
        try (Visitor visitor = visitor(ColorScheme.LIGHT)) {
            everyPage(visitor, Axe::assertFindsNothing);
            visitor.assertClean();
        }
    }

    @Test
    @Tag("long")
    void in_the_dark_everything_stands_out_too() {
        try (Visitor visitor = visitor(ColorScheme.DARK)) {
            everyPage(visitor, Axe::assertContrast);
        }
    }

    private Visitor visitor(ColorScheme theme) {
        return Visitor.at(
                cast.server().base(),
                new NewContextOptions().setColorScheme(theme).setViewportSize(1280, 800));
    }

    @Test
    void nothing_scrolls_sideways_on_the_narrowest_screen() {
        try (Visitor visitor = Visitor.at(
                cast.server().base(),
                new NewContextOptions().setViewportSize(320, 640).setHasTouch(true))) {
            everyPage(visitor, page -> {
                int width = (Integer) page.evaluate("document.documentElement.scrollWidth");
                assertTrue(width <= 320, "the page is " + width + " px wide");
            });
        }
    }

    @Test
    @Tag("thorough")
    void on_a_phone_a_dialog_takes_the_whole_screen_and_a_question_its_lower_edge() {
        try (Visitor visitor = Visitor.at(
                        cast.server().base(),
                        new NewContextOptions().setViewportSize(390, 844).setHasTouch(true))
                .signIn(account, room)) {
            visitor.button("Room settings").click();
            var whole = visitor.dialog().boundingBox();
            assertEquals(List.of(0.0, 0.0, 390.0, 844.0), List.of(whole.x, whole.y, whole.width, whole.height));
            visitor.page().keyboard().press("Escape");
            account.post(room, "who is this");
            visitor.message("who is this").locator(".author").click();
            assertThat(visitor.dialog()).containsText(account.name());
            var low = visitor.dialog().boundingBox();
            assertEquals(List.of(0.0, 390.0, 844.0), List.of(low.x, low.width, low.y + low.height));
            assertTrue(low.y > 200, "it begins at " + low.y);
        }
    }

    @Test
    @Tag("thorough")
    void a_finger_that_is_held_on_a_message_opens_what_may_be_done_with_it() {
        try (Visitor visitor = Visitor.at(
                        cast.server().base(),
                        new NewContextOptions()
                                .setViewportSize(390, 844)
                                .setHasTouch(true)
                                .setIsMobile(true))
                .signIn(account, room)) {
            account.post(room, "hold me");
            Locator body = visitor.message("hold me").locator(".body");
            body.tap();
            assertThat(visitor.message("hold me").locator(".row-actions")).hasCount(0);
            body.dispatchEvent("pointerdown", Map.of("pointerType", "touch", "isPrimary", true));
            assertThat(visitor.dialog()).containsText("hold me");
            Axe.assertFindsNothing(visitor.page());
            visitor.dialog().getByText("Reply").click();
            assertThat(visitor.dialog()).hasCount(0);
            assertThat(visitor.page().locator(".replying")).containsText("hold me");
            assertThat(visitor.composer()).isFocused();
            double width = visitor.composer().boundingBox().width;
            assertTrue(width > 300, "the user writes in " + width + " px");
        }
    }

    @Test
    @Tag("thorough")
    void the_pointer_and_the_focus_show_one_action_bar_between_them() {
        try (Visitor visitor = Visitor.at(cast.server().base()).signIn(account, room)) {
            visitor.write("pointed at").write("stood on");
            assertThat(visitor.messages()).hasCount(2);
            visitor.composer().press("Shift+Tab");
            Locator focused = visitor.message("stood on").locator(".row-actions");
            assertThat(focused).isVisible();
            visitor.message("pointed at").locator(".body").hover();
            assertThat(visitor.message("pointed at").locator(".row-actions")).isVisible();
            assertThat(focused).hasCount(0);
        }
    }

    @Test
    @Tag("thorough")
    void the_timeline_is_one_stop_of_the_tab_key_and_arrows_move_in_it() {
        try (Visitor visitor = Visitor.at(cast.server().base()).signIn(account, room)) {
            visitor.write("first").write("second");
            assertThat(visitor.messages()).hasCount(2);
            assertThat(visitor.page().locator(".row[tabindex='0']")).hasCount(1);
            visitor.composer().press("Shift+Tab");
            assertThat(visitor.message("second")).isFocused();
            visitor.message("second").press("ArrowUp");
            assertThat(visitor.message("first")).isFocused();
            visitor.message("first").press("Enter");
            assertThat(visitor.message("first").locator(".row-actions button").first())
                    .isFocused();
            visitor.page().keyboard().press("ArrowUp");
            assertThat(visitor.message("first").locator("a.time")).isFocused();
            visitor.page().keyboard().press("Escape");
            visitor.page().keyboard().press("Escape");
            assertThat(visitor.composer()).isFocused();
        }
    }

    @Test
    @Tag("thorough")
    void a_screen_reader_hears_the_text_of_a_message_and_one_heading_of_each_page() {
        try (Visitor visitor = Visitor.at(cast.server().base()).signIn(account, room)) {
            visitor.write("what matters");
            assertThat(visitor.page().getByRole(AriaRole.ARTICLE))
                    .hasAccessibleName(Pattern.compile("^" + account.name() + ": what matters, \\d+:\\d+"));
            Locator headings = visitor.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
            assertThat(headings).hasText(new String[] {room});
            assertThat(visitor.page().locator(".members-toggle")).hasAccessibleName("Members 1");
            assertThat(visitor.page().locator(".member")).hasText(Pattern.compile("@" + account.name() + "\\s+online"));
            visitor.open("#/rooms");
            assertThat(headings).hasText(new String[] {"Parley"});
        }
    }

    @Test
    @Tag("thorough")
    void only_what_comes_live_is_spoken() {
        Person bob = cast.bob();
        bob.join(room);
        bob.post(room, "history");
        try (Visitor visitor = Visitor.at(cast.server().base()).signIn(account, room)) {
            visitor.upToDate();
            bob.post(room, "live");
            var log = visitor.page().getByRole(AriaRole.LOG);
            assertThat(log).containsText("live");
            assertThat(log).not().containsText("history");
        }
    }

    @Test
    void a_dialog_holds_the_focus_and_gives_it_back() {
        try (Visitor visitor = Visitor.at(cast.server().base()).signIn(account, room)) {
            visitor.button("Room settings").click();
            assertThat(visitor.dialog()).isVisible();
            assertEquals(
                    true, visitor.page().evaluate("document.querySelector('dialog').contains(document.activeElement)"));
            visitor.page().keyboard().press("Escape");
            assertThat(visitor.button("Room settings")).isFocused();
        }
    }

    private void everyPage(Visitor visitor, Consumer<Page> check) {
        visitor.open("");
        assertThat(visitor.page().getByLabel("Username")).isVisible();
        check.accept(visitor.page());
        visitor.signIn(account, room).upToDate();
        account.post(
                room, "Look: https://example.org/a/rather/long/address/that/has/to/break/somewhere?on=a&small=screen");
        assertThat(visitor.message("Look:").first()).isVisible();
        check.accept(visitor.page());
        account.post("rooms/" + room + "/invites", Json.of("maxUses", 1)).expect(201);
        DIALOGS.forEach((name, tabs) -> everyTab(visitor, name, tabs, check));
        inPrivate(visitor, check);
        visitor.open("#/rooms/" + cast.unique("nowhere"));
        assertThat(visitor.page().getByText("Room not found")).isVisible();
        check.accept(visitor.page());
        visitor.open("#/invites/nothing");
        assertThat(visitor.page().getByText("This link lets you into a room")).isVisible();
        check.accept(visitor.page());
        visitor.button("Join the room").click();
        assertThat(visitor.page().getByText("This invite link no longer works")).isVisible();
        check.accept(visitor.page());
    }

    private void inPrivate(Visitor visitor, Consumer<Page> check) {
        Person bob = cast.bob();
        bob.write(account, "A private word, and one that is far longer than the narrow column in which it is shown");
        visitor.open("#/direct/" + bob.name());
        assertThat(visitor.message("A private word")).isVisible();
        account.write(bob, "Mine");
        assertThat(visitor.tick("Mine")).isVisible();
        check.accept(visitor.page());
        visitor.composer().pressSequentially("@");
        assertThat(visitor.page().getByRole(AriaRole.LISTBOX)).isVisible();
        check.accept(visitor.page());
        visitor.composer().fill("");
        visitor.page().locator(".head-name").click();
        visitor.button("More actions").click();
        assertThat(visitor.exactButton("Block")).isEnabled();
        check.accept(visitor.page());
        visitor.page().keyboard().press("Escape");
        visitor.open("#/rooms");
        assertThat(visitor.conversation(bob)).isVisible();
        check.accept(visitor.page());
    }

    private void everyTab(Visitor visitor, String name, List<String> tabs, Consumer<Page> check) {
        boolean inTheRoom = wide(visitor) || name.startsWith("Room");
        visitor.open(inTheRoom ? "#/rooms/" + room : "#/rooms");
        opener(visitor.page(), name).click();
        assertThat(visitor.dialog()).isVisible();
        check.accept(visitor.page());
        for (String tab : tabs) {
            visitor.dialog()
                    .getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName(tab))
                    .click();
            assertThat(visitor.dialog().locator("[aria-busy]")).hasCount(0);
            check.accept(visitor.page());
        }
        visitor.page().keyboard().press("Escape");
        assertThat(visitor.dialog()).hasCount(0);
    }

    /** Narrow pages have buttons of the same name in hidden parts. */
    private static Locator opener(Page page, String name) {
        Locator all = name.equals("Settings")
                ? page.locator(".me")
                : page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
        return all.filter(new Locator.FilterOptions().setVisible(true)).first();
    }

    private static boolean wide(Visitor visitor) {
        return visitor.page().viewportSize().width >= 720;
    }
}
