package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Person;

/** Ann moderates her room, and Bob sees the effects. */
@Tag("once")
@Tag("page")
class ModeratingIT {
    private final AnnAndBob people = new AnnAndBob("pub");
    private final Visitor ann = people.ann;
    private final Visitor bob = people.bob;
    private final String bobsName = people.bobsAccount.name();

    @AfterEach
    void they_go() {
        people.close();
    }

    @Test
    void who_is_banned_is_shown_why_and_comes_back_when_it_is_lifted() {
        bob.write("buy my pills");
        choose("Ban");
        ann.dialog().getByLabel("Reason").fill("spam");
        ann.dialog().getByLabel("How long").selectOption("24 hours");
        confirm("Ban");
        assertThat(bob.page().getByText(people.annsAccount.name() + " banned you from " + people.room))
                .isVisible();
        assertThat(bob.page().getByText("Reason: spam")).isVisible();
        assertThat(bob.page().getByText("Until ")).isVisible();
        assertThat(bob.entry(people.room)).hasCount(0);
        assertThat(bob.entry("main")).isVisible();
        assertThat(ann.message("banned " + bobsName)).isVisible();
        assertThat(ann.page().locator(".toast")).containsText("Banned " + bobsName + " for 24 hours.");
        bob.page().reload();
        assertThat(bob.page().getByText("You’re banned from this room.")).isVisible();
        assertThat(bob.page().getByText("Reason: spam")).isVisible();
        moderation();
        assertThat(ann.dialog().locator(".card")).containsText("spam");
        Locator latest = ann.dialog().locator(".audit li").first();
        assertThat(latest).containsText(people.annsAccount.name() + " banned " + bobsName);
        assertThat(latest).containsText("· 24 hours");
        assertThat(latest).containsText("· spam");
        ann.button("Unban: " + bobsName).click();
        assertThat(ann.dialog().getByText("No one is banned from this room.")).isVisible();
        assertThat(bob.entry(people.room)).isVisible();
        bob.open("#/rooms/" + people.room);
        assertThat(bob.messages()).hasText(new String[] {"buy my pills"});
    }

    @Test
    @Tag("thorough")
    void who_is_muted_reads_on_and_writes_again_when_it_ends() {
        ann.write("all may speak");
        bob.message("all may speak").hover();
        assertThat(bob.message("all may speak").getByLabel("Reply")).hasCount(1);
        assertThat(bob.page().locator(".hint")).isVisible();
        choose("Mute");
        confirm("Mute");
        assertThat(bob.page().locator(".silenced")).isVisible();
        assertThat(bob.page().locator(".hint")).hasCount(0);
        assertThat(bob.message("all may speak").getByLabel("Reply")).hasCount(0);
        ann.write("only I speak");
        assertThat(bob.messages()).hasText(new String[] {"all may speak", "only I speak"});
        moderation();
        ann.button("Unmute: " + bobsName).click();
        assertThat(bob.page().locator(".silenced")).hasCount(0);
        bob.write("thank you");
        assertThat(bob.message("thank you")).isVisible();
    }

    @Test
    @Tag("thorough")
    void who_is_removed_may_come_back_and_members_moderate_nobody() {
        choose("Remove");
        confirm("Remove");
        assertThat(bob.page().getByText(people.annsAccount.name() + " removed you from " + people.room))
                .isVisible();
        bob.open("#/rooms/main").open("#/rooms/" + people.room);
        bob.page().reload();
        bob.button("Join").click();
        assertThat(bob.composer()).isVisible();
        lookAt(bob, people.annsAccount);
        bob.button("More actions").click();
        assertThat(bob.exactButton("Block")).isEnabled();
        assertThat(bob.dialog().locator(".measures")).hasCount(0);
    }

    private static void lookAt(Visitor visitor, Person person) {
        visitor.page()
                .locator(".member-name", new Page.LocatorOptions().setHasText(person.name()))
                .click();
    }

    /** Chooses an action on Bob's card. */
    private void choose(String measure) {
        lookAt(ann, people.bobsAccount);
        assertThat(ann.button("Message").last()).isVisible();
        assertThat(ann.dialog().locator(".measures")).hasCount(0);
        ann.button("More actions").click();
        ann.dialog()
                .locator(".measures")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(measure))
                .click();
    }

    private void confirm(String measure) {
        ann.dialog()
                .locator(".dialog-foot")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(measure))
                .click();
        assertThat(ann.page().locator(".dialog-foot .danger")).hasCount(0);
    }

    private void moderation() {
        ann.button("Room settings").click();
        ann.dialog()
                .getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName("Moderation"))
                .click();
    }
}
