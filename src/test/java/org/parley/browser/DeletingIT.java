package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Deleting messages in Ann's room: Bob deletes his own, and Ann also those of others. */
@Tag("once")
@Tag("page")
class DeletingIT {
    private final AnnAndBob people = new AnnAndBob("pub");
    private final Visitor ann = people.ann;
    private final Visitor bob = people.bob;

    @AfterEach
    void they_go() {
        people.close();
    }

    @Test
    void what_one_has_written_is_gone_for_everybody_once_it_was_confirmed() {
        bob.write("my secret");
        delete(bob, "my secret");
        bob.button("Cancel").click();
        assertThat(ann.message("my secret")).isVisible();
        delete(bob, "my secret");
        confirm(bob);
        for (Visitor visitor : new Visitor[] {ann, bob}) {
            assertThat(visitor.messages()).hasText(new String[] {"Message deleted"});
        }
        ann.page().reload();
        assertThat(ann.messages()).hasText(new String[] {"Message deleted"});
    }

    @Test
    void only_staff_may_delete_what_others_wrote() {
        bob.write("buy my pills");
        assertThat(ann.message("buy my pills")).isVisible();
        ann.write("I own this room");
        bob.message("I own this room").hover();
        assertThat(bob.message("I own this room").getByLabel("Report")).isVisible();
        assertThat(bob.message("I own this room").getByLabel("Delete")).hasCount(0);
        delete(ann, "buy my pills");
        assertThat(ann.button("Cancel")).isFocused();
        confirm(ann);
        assertThat(ann.page().locator(".row").filter(containing("Message deleted")))
                .isFocused();
        assertThat(bob.messages()).hasText(new String[] {"Message deleted", "I own this room"});
    }

    private static Locator.FilterOptions containing(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static void confirm(Visitor visitor) {
        visitor.dialog()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete"))
                .click();
    }

    private static void delete(Visitor visitor, String text) {
        visitor.message(text).hover();
        visitor.message(text).getByLabel("Delete").click();
    }
}
