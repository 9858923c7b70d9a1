package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ann deletes what others wrote in her room, once she has confirmed it. {@link UndoIT} is about the author. */
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
    @Tag("thorough")
    void only_staff_may_delete_what_others_wrote() {
        bob.write("buy my pills");
        assertThat(ann.message("buy my pills")).isVisible();
        ann.write("I own this room");
        bob.message("I own this room").hover();
        assertThat(bob.message("I own this room").getByLabel("Report")).isVisible();
        assertThat(bob.message("I own this room").getByLabel("Delete")).hasCount(0);
        delete(ann, "buy my pills");
        assertThat(ann.button("Cancel")).isFocused();
        ann.button("Cancel").click();
        assertThat(bob.message("buy my pills")).isVisible();
        delete(ann, "buy my pills");
        confirm(ann);
        assertThat(ann.page().locator(".row").filter(containing("Message deleted")))
                .isFocused();
        for (Visitor visitor : new Visitor[] {ann, bob}) {
            assertThat(visitor.messages()).hasText(new String[] {"Message deleted", "I own this room"});
        }
        ann.page().reload();
        assertThat(ann.messages()).hasText(new String[] {"Message deleted", "I own this room"});
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
