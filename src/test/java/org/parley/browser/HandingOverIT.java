package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ann makes Bob the owner of her room. */
@Tag("once")
@Tag("page")
class HandingOverIT {
    private final AnnAndBob people = new AnnAndBob("shed");
    private final Visitor ann = people.ann;
    private final Visitor bob = people.bob;
    private final String annsName = people.annsAccount.name();
    private final String bobsName = people.bobsAccount.name();

    @AfterEach
    void they_go() {
        people.close();
    }

    @Test
    @Tag("thorough")
    void an_owner_makes_another_one_and_then_steps_down() {
        members(ann);
        assertThat(ann.dialog().getByText("You’re the only owner.")).isVisible();
        assertThat(role(ann, annsName)).isDisabled();
        role(ann, bobsName).selectOption("Owner");
        assertThat(asking(ann)).containsText("You can’t undo this.");
        choose(ann, "Cancel");
        assertThat(role(ann, bobsName)).hasValue("member");
        role(ann, bobsName).selectOption("Owner");
        choose(ann, "Make owner");
        assertThat(ann.dialog().getByText("You’re the only owner.")).hasCount(0);
        assertThat(role(ann, bobsName)).hasCount(0);
        assertThat(ann.dialog().locator(".role")).hasText("Owner");

        role(ann, annsName).selectOption("Member");
        assertThat(asking(ann)).containsText("Your role in this room will be Member.");
        choose(ann, "Step down");
        assertThat(ann.dialog().getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName("Members")))
                .hasCount(0);
        members(bob);
        assertThat(bob.dialog().getByText("You’re the only owner.")).isVisible();
        assertThat(role(bob, annsName)).hasValue("member");
    }

    @Test
    @Tag("thorough")
    void a_room_is_handed_over_in_one_go() {
        members(ann);
        role(ann, bobsName).focus();
        role(ann, bobsName).selectOption("Moderator");
        assertThat(role(ann, bobsName)).hasValue("moderator");
        assertThat(role(ann, bobsName)).isFocused();
        role(ann, bobsName).selectOption("Owner");
        asking(ann).getByText("Step down myself").click();
        choose(ann, "Make owner");
        assertThat(ann.dialog().locator(".role")).hasCount(2);
        assertThat(ann.dialog().getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName("Access")))
                .hasCount(0);
        members(bob);
        assertThat(role(bob, annsName)).hasValue("moderator");
    }

    private static void members(Visitor visitor) {
        visitor.button("Room settings").click();
        visitor.dialog()
                .getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName("Members"))
                .click();
    }

    private static Locator role(Visitor visitor, String name) {
        return visitor.dialog().first().getByLabel("Role of " + name);
    }

    /** The confirmation dialog in front of the room's settings. */
    private static Locator asking(Visitor visitor) {
        return visitor.page().locator("ownership-dialog dialog[open]");
    }

    private static void choose(Visitor visitor, String way) {
        asking(visitor)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(way))
                .click();
        assertThat(asking(visitor)).hasCount(0);
    }
}
