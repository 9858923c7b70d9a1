package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Json;
import org.parley.harness.Person;

/** Ann administers the server in her browser, and Bob sees the effects. */
@Tag("once")
@Tag("page")
class AdministeringIT {
    private static final String NEW_PASSWORD = "a-new-beginning";
    private static final int NARROW = 320;

    private final AnnAndBob people = new AnnAndBob("office");
    private final Visitor ann = people.ann;
    private final Visitor bob = people.bob;
    private final String bobsName = people.bobsAccount.name();

    /** Her open page shows it without a reload. */
    @BeforeEach
    void ann_is_made_an_administrator() {
        people.cast
                .root()
                .patch("admin/users/" + people.annsAccount.name(), Json.of("role", "admin"))
                .expect(200);
        ann.upToDate();
        ann.page().locator(".me").click();
        ann.button("Administration").click();
        ann.page().getByLabel("Find an account").fill(bobsName);
        assertThat(ann.page().locator("[data-account]")).hasCount(1);
    }

    @AfterEach
    void they_go() {
        people.close();
    }

    @Test
    void who_is_disabled_is_shown_out_and_told_why_until_enabled_again() {
        manage();
        choose("Disable account");
        confirm("Disable account");
        assertThat(ann.dialog().getByText("Disabled: no one can sign in")).isVisible();
        assertThat(bob.page().getByText("This account is disabled.")).isVisible();
        bob.enter(people.bobsAccount);
        assertThat(bob.page().getByRole(AriaRole.ALERT)).containsText("This account is disabled.");
        choose("Enable account");
        confirm("Enable account");
        ann.page().keyboard().press("Escape");
        assertThat(ann.page().locator("[data-account] .mark-word")).hasCount(0);
        bob.enter(people.bobsAccount);
        bob.upToDate();
    }

    @Test
    @Tag("thorough")
    void a_password_is_set_and_sessions_are_seen_and_ended() {
        manage();
        assertThat(ann.dialog().locator("admin-sessions .card")).not().hasCount(0);
        choose("Reset password");
        ann.dialog().getByLabel("New password").fill(NEW_PASSWORD);
        confirm("Set the password");
        assertThat(bob.page().getByText("Your session has ended.")).isVisible();
        assertThat(ann.dialog().getByText("Not signed in anywhere.")).isVisible();
        bob.page().getByLabel("Username").fill(bobsName);
        bob.page().getByLabel("Password").fill(NEW_PASSWORD);
        bob.page().getByLabel("Password").press("Enter");
        bob.upToDate();
        ann.page().keyboard().press("Escape");
        manage();
        choose("End all sessions");
        confirm("End all sessions");
        assertThat(bob.page().getByText("Your session has ended.")).isVisible();
    }

    @Test
    @Tag("thorough")
    void the_desk_is_closed_to_others_and_to_who_administers_no_longer() {
        bob.page().locator(".me").click();
        assertThat(bob.button("Sign out")).isVisible();
        assertThat(bob.button("Administration")).hasCount(0);
        bob.page().keyboard().press("Escape");
        bob.open("#/admin");
        assertThat(bob.page().getByText("Only administrators")).isVisible();
        people.cast
                .root()
                .patch("admin/users/" + people.annsAccount.name(), Json.of("role", "user"))
                .expect(200);
        assertThat(ann.page().getByText("Only administrators")).isVisible();
    }

    @Test
    @Tag("thorough")
    void every_room_is_listed_and_a_private_one_entered() {
        Person dora = people.cast.dora();
        String den = people.cast.unique("den");
        dora.post("rooms", Json.of("name", den, "visibility", "private")).expect(201);
        section("Rooms");
        ann.page()
                .getByLabel("Find a room", new Page.GetByLabelOptions().setExact(true))
                .fill(den);
        ann.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open: " + den))
                .click();
        ann.button("Join").click();
        assertThat(ann.composer()).isVisible();
    }

    @Test
    @Tag("thorough")
    void figures_and_what_was_done_are_read_there() {
        section("Statistics");
        assertThat(ann.page().locator(".admin-figures")).hasCount(3);
        section("Log");
        assertThat(ann.page().getByText("made " + people.annsAccount.name() + " an administrator"))
                .isVisible();
    }

    @Test
    @Tag("thorough")
    void axe_finds_nothing_and_nothing_scrolls_sideways() {
        for (int width : List.of(1280, NARROW)) {
            ann.page().setViewportSize(width, 800);
            for (String section : List.of("Rooms", "Statistics", "Log", "Accounts")) {
                section(section);
                assertThat(ann.page().locator(".admin [aria-busy]")).hasCount(0);
                assertGood(section, width);
            }
            ann.page().getByLabel("Find an account").fill(bobsName);
            manage();
            assertThat(ann.dialog().locator("admin-sessions .card")).not().hasCount(0);
            assertGood("the account", width);
            choose("Reset password");
            assertGood("the question", width);
            ann.page().keyboard().press("Escape");
        }
    }

    private void assertGood(String what, int width) {
        if (width == NARROW) {
            assertEquals(NARROW, ann.page().evaluate("document.documentElement.scrollWidth"), what);
        } else {
            Axe.assertFindsNothing(ann.page());
        }
    }

    private void section(String name) {
        ann.page()
                .getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Administration"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
                .click();
    }

    private void manage() {
        ann.button("Manage: " + bobsName).click();
    }

    private void choose(String action) {
        ann.dialog()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(action))
                .click();
    }

    private void confirm(String action) {
        ann.dialog()
                .locator(".dialog-foot")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(action))
                .click();
        assertThat(ann.dialog().locator(".dialog-foot")).hasCount(0);
    }
}
