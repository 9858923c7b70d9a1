package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Json;

/** Mentions in a room: completed while typing, highlighted when read, and linked to the person. */
@Tag("once")
@Tag("page")
class NamingPeopleIT {
    private final AnnAndBob people = new AnnAndBob("names");
    private final Visitor ann = people.ann;
    private final Visitor bob = people.bob;
    private final String bobsName = people.bobsAccount.name();
    private final Locator offer = ann.page().getByRole(AriaRole.LISTBOX);

    @AfterEach
    void they_go() {
        people.close();
    }

    @Test
    void a_name_is_completed_by_the_keyboard_and_stands_out_for_who_is_meant() {
        ann.composer().pressSequentially("Hi @" + bobsName.substring(0, 3));
        assertThat(offer.getByRole(AriaRole.OPTION)).hasCount(1);
        ann.composer().press("Enter");
        assertThat(ann.composer()).hasValue("Hi @" + bobsName + " ");
        ann.composer().pressSequentially("there");
        ann.composer().press("Enter");
        assertThat(bob.messages().locator(".mention")).hasClass(Pattern.compile("of-me"));
        assertThat(ann.messages().locator(".mention")).not().hasClass(Pattern.compile("of-me"));
        assertThat(bob.messages()).hasText(new String[] {"Hi @" + bobsName + " there"});
    }

    @Test
    @Tag("thorough")
    void escape_sends_the_offer_away_and_the_mouse_takes_it() {
        ann.composer().pressSequentially("@");
        assertThat(offer).isVisible();
        ann.composer().press("Escape");
        assertThat(offer).hasCount(0);
        ann.composer().press("Enter");
        assertThat(bob.messages()).hasText(new String[] {"@"});
        ann.composer().pressSequentially("@");
        offer.getByRole(AriaRole.OPTION).first().click();
        assertThat(ann.composer()).hasValue("@" + bobsName + " ");
        assertThat(ann.composer()).isFocused();
    }

    @Test
    @Tag("thorough")
    void a_name_leads_to_its_person_and_to_a_private_word() {
        bob.write("hello");
        ann.message("hello").locator(".author").click();
        assertThat(ann.dialog()).containsText("@" + bobsName);
        assertThat(ann.dialog()).containsText("online");
        ann.dialog()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Message"))
                .click();
        assertThat(ann.page()).hasURL(Pattern.compile("#/direct/" + bobsName + "$"));
        assertThat(ann.composer()).isFocused();
    }

    @Test
    @Tag("thorough")
    void the_username_stands_beside_another_name_that_its_person_chose() {
        bob.write("as I am called");
        assertThat(ann.message("as I am called").locator(".handle")).hasCount(0);
        people.bobsAccount.patch("users/me", Json.of("displayName", "Robert")).expect(200);
        ann.write("between");
        bob.write("as I want to be called");
        assertThat(ann.message("as I want to be called").locator(".author")).hasText("Robert");
        assertThat(ann.message("as I want to be called").locator(".handle")).hasText("@" + bobsName);
    }

    @Test
    @Tag("thorough")
    void in_a_small_room_one_sees_who_has_seen_it() {
        ann.write("look");
        assertThat(ann.message("look").locator(".seen")).hasText("Seen by " + bobsName);
    }
}
