package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;

/** Ann blocks Bob, and lets him write again. */
@Tag("once")
@Tag("page")
class BlockingIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final Visitor anns = Visitor.at(cast.server().base());
    private final Visitor bobs = Visitor.at(cast.server().base());

    @AfterEach
    void nothing_went_wrong() {
        try (anns;
                bobs) {
            anns.assertClean();
            bobs.assertClean();
        }
    }

    @Test
    @Tag("thorough")
    void a_blocked_person_is_told_so_at_the_message_and_sends_it_once_unblocked() {
        bob.write(ann, "hello");
        anns.signInTo(ann, bob);
        bobs.signInTo(bob, ann);
        anns.page().locator(".head-name").click();
        anns.button("More actions").click();
        anns.exactButton("Block").click();
        assertThat(anns.dialog().getByText("You’ve blocked this person")).isVisible();
        bobs.write("are you there?");
        assertThat(bobs.message("are you there?")).containsText("You can’t message this person");
        bobs.message("hello").hover();
        Locator actions = bobs.message("hello").locator(".row-actions button");
        assertThat(actions).hasCount(2);
        assertThat(actions.first()).hasAccessibleName("Copy link");
        assertThat(actions.last()).hasAccessibleName("Delete");
        anns.button("Unblock").click();
        assertThat(anns.dialog().getByText("You’ve blocked this person")).hasCount(0);
        bobs.button("Try again").click();
        assertThat(anns.message("are you there?")).isVisible();
        bobs.message("hello").hover();
        assertThat(bobs.message("hello").getByLabel("Add reaction")).isVisible();
    }

    @Test
    @Tag("thorough")
    void the_settings_list_the_people_one_has_blocked() {
        ann.put("blocks/" + bob.name(), Json.of()).expect(204);
        anns.signIn(ann, "main");
        anns.page().locator(".me").click();
        anns.dialog()
                .getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName("Blocked"))
                .click();
        assertThat(anns.dialog().locator(".card")).containsText(bob.name());
        anns.dialog().getByText("Unblock").click();
        assertThat(anns.dialog().getByText("You haven’t blocked anyone.")).isVisible();
    }
}
