package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Person;

/** Ann takes her data with her and deletes her account. Bob, who talks with her, sees that. */
@Tag("once")
@Tag("page")
class LeavingForGoodIT {
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
    void a_person_takes_their_data_and_goes() {
        ann.write(bob, "my last words");
        bobs.signInTo(bob, ann);
        anns.signIn(ann, "main");
        anns.page().locator(".me").click();
        anns.dialog()
                .getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName("Your data"))
                .click();
        assertThat(anns.dialog()).containsText("Your files take up 0 bytes on this server.");
        Download saved = anns.page()
                .waitForDownload(() -> anns.button("Download my data").click());
        assertTrue(saved.suggestedFilename().startsWith("parley-" + ann.name()), saved.suggestedFilename());
        anns.button("Delete my account …").click();
        anns.page().getByLabel("Your password").fill("not-the-one");
        anns.exactButton("Delete my account").click();
        assertThat(anns.page().getByText("That’s not your current password.")).isVisible();
        anns.page().getByLabel("Your password").fill(Person.PASSWORD);
        anns.exactButton("Delete my account").click();
        assertThat(anns.page().getByText("Your account has been deleted.")).isVisible();
        assertThat(bobs.page().getByText("You can still read the conversation."))
                .isVisible();
        assertThat(bobs.page().locator(".room-title h1")).hasText("Deleted account");
        bobs.page().reload();
        assertThat(bobs.message("my last words")).containsText("Deleted account");
        assertThat(bobs.message("my last words").locator(".person")).hasCount(0);
    }
}
