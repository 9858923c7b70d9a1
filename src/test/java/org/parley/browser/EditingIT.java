package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Editing messages in Ann's room: Bob changes what he wrote. */
@Tag("once")
@Tag("page")
@TestInstance(Lifecycle.PER_CLASS)
class EditingIT {
    private final AnnAndBob people = new AnnAndBob("pub");
    private final Visitor ann = people.ann;
    private final Visitor bob = people.bob;

    @BeforeEach
    void they_meet() {
        people.meet();
    }

    @AfterAll
    void they_go() {
        people.close();
    }

    @Test
    void an_edited_message_has_its_new_text_for_everybody_and_says_so() {
        bob.write("teh first");
        bob.write("the second");
        bob.message("teh first").hover();
        bob.message("teh first").getByLabel("Edit").click();
        assertThat(bob.composer()).hasValue("teh first");
        bob.composer().fill("the first");
        bob.button("Save").click();
        for (Visitor visitor : new Visitor[] {ann, bob}) {
            assertThat(visitor.messages()).hasText(new String[] {"the first (edited)", "the second"});
        }
        assertThat(bob.composer()).hasValue("");
        ann.page().reload();
        assertThat(ann.messages()).hasText(new String[] {"the first (edited)", "the second"});
    }

    @Test
    @Tag("thorough")
    void the_up_arrow_edits_ones_last_message_and_escape_leaves_it_as_it_was() {
        bob.write("mine");
        assertThat(ann.message("mine")).isVisible();
        ann.write("hers");
        assertThat(bob.message("hers")).isVisible();
        bob.composer().press("ArrowUp");
        assertThat(bob.composer()).hasValue("mine");
        bob.composer().fill("something else");
        bob.composer().press("Escape");
        assertThat(bob.composer()).hasValue("");
        assertThat(bob.messages()).hasText(new String[] {"mine", "hers"});
    }

    @Test
    @Tag("thorough")
    void what_was_typed_before_comes_back_and_is_the_draft_meanwhile() {
        bob.write("mine");
        bob.composer().fill("half a thought");
        bob.message("mine").hover();
        bob.message("mine").getByLabel("Edit").click();
        assertThat(bob.composer()).hasValue("mine");
        bob.write("mine, better");
        assertThat(ann.message("mine, better")).isVisible();
        assertThat(bob.composer()).hasValue("half a thought");
        bob.message("mine, better").hover();
        bob.message("mine, better").getByLabel("Edit").click();
        assertThat(bob.composer()).hasValue("mine, better");
        bob.page().reload();
        assertThat(bob.composer()).hasValue("half a thought");
    }

    @Test
    @Tag("thorough")
    void a_refused_edit_keeps_the_new_text() {
        bob.write("mine");
        assertThat(ann.message("mine")).isVisible();
        bob.composer().press("ArrowUp");
        bob.composer().fill("mine, better");
        people.annsAccount.delete("rooms/" + people.room + "/messages/1").expect(204);
        bob.composer().press("Enter");
        assertThat(bob.page().locator(".composer [role=alert]")).isVisible();
        assertThat(bob.composer()).hasValue("mine, better");
    }
}
