package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Json;
import org.parley.harness.Person;

/** Ann shares an invite link, and others join her private room by it. */
@Tag("once")
@Tag("page")
class InvitingIT {
    private final AnnAndBob people = new AnnAndBob("den");
    private final Visitor ann = people.ann;
    private final Visitor dora = Visitor.at(people.cast.server().base());

    InvitingIT() {
        people.annsAccount
                .patch("rooms/" + people.room, Json.of("visibility", "private"))
                .expect(200);
    }

    @AfterEach
    void they_go() {
        try (people;
                dora) {
            dora.assertClean();
        }
    }

    @Test
    void who_has_no_account_makes_one_and_is_in_the_room() {
        String link = make("1 person", "24 hours");
        assertThat(links()).containsText("For 1 more person. Until");
        dora.page().navigate(link);
        assertThat(dora.page().locator(".notice"))
                .containsText(people.annsAccount.name() + " invited you to " + people.room);
        dora.page().getByLabel("Username").fill(people.cast.unique("eve"));
        dora.page().getByLabel("Password").fill(Person.PASSWORD);
        dora.button("Create account").click();
        dora.button("Join the room").click();
        assertThat(dora.page()).hasURL(people.cast.server().base() + "#/rooms/" + people.room);
        dora.write("here I am");
        assertThat(ann.message("here I am")).isVisible();
    }

    @Test
    @Tag("thorough")
    void who_is_signed_in_is_asked_and_comes_in_and_a_link_that_is_used_up_says_so() {
        String link = make("1 person", "Never");
        Person cem = people.cast.cem();
        dora.signIn(cem, "main").upToDate();
        dora.page().navigate(link);
        assertThat(dora.page().locator(".notice-card h1"))
                .containsText(people.annsAccount.name() + " invited you to " + people.room);
        dora.page().getByText("Not now").click();
        assertThat(dora.composer()).isVisible();
        assertThat(dora.entry(people.room)).hasCount(0);
        dora.page().navigate(link);
        dora.button("Join the room").click();
        assertThat(dora.page().getByRole(AriaRole.HEADING, named(people.room))).isVisible();
        assertThat(dora.entry(people.room)).isVisible();
        // The page's join_room has been answered. It would bring back a person who was removed before it came.
        dora.write("I am here");
        assertThat(ann.message("I am here")).isVisible();
        people.annsAccount
                .delete("rooms/" + people.room + "/members/" + cem.name())
                .expect(204);
        assertThat(dora.page().getByText("removed you from")).isVisible();
        dora.page().navigate(link);
        dora.button("Join the room").click();
        assertThat(dora.page().getByText("This invite link no longer works")).isVisible();
        dora.page().getByText("Go to your rooms").click();
        assertThat(dora.composer()).isVisible();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    @Test
    @Tag("thorough")
    void a_link_that_is_revoked_leads_nowhere_and_the_audit_tells_of_both() {
        String link = make("No limit", "1 hour");
        ann.button("Revoke: " + link).click();
        assertThat(ann.dialog().getByText("No active links.")).isVisible();
        dora.signIn(people.cast.dora(), "main");
        dora.page().navigate(link);
        dora.button("Join the room").click();
        assertThat(dora.page().getByText("This invite link no longer works")).isVisible();
        tab("Moderation");
        assertThat(ann.dialog().locator(".audit li").first()).containsText("revoked an invite link");
        assertThat(ann.dialog().locator(".audit li").nth(1)).containsText("made an invite link");
    }

    @Test
    @Tag("thorough")
    void members_see_no_links() {
        people.bob.button("Room settings").click();
        assertThat(people.bob.dialog().getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName("Notifications")))
                .isVisible();
        assertThat(people.bob.dialog().getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName("Invites")))
                .hasCount(0);
    }

    /** @return the new link as Ann sees it */
    private String make(String uses, String lasting) {
        ann.button("Room settings").click();
        tab("Invites");
        assertThat(ann.dialog().getByText("No active links.")).isVisible();
        ann.dialog().getByLabel("Max uses").selectOption(uses);
        ann.dialog().getByLabel("Expires after").selectOption(lasting);
        ann.button("Make link").click();
        assertThat(links()).hasCount(1);
        return links().locator("code").textContent();
    }

    private Locator links() {
        return ann.dialog().locator(".invite");
    }

    private void tab(String name) {
        ann.dialog()
                .getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName(name))
                .click();
    }
}
