package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.parley.harness.Many;
import org.parley.harness.Person;

/** Two people in a room, each in a browser. */
@Tag("once")
@Tag("page")
@TestInstance(Lifecycle.PER_CLASS)
class TalkingIT {
    private final AnnAndBob people = new AnnAndBob("talk");
    private final Person annsAccount = people.annsAccount;
    private final Person bobsAccount = people.bobsAccount;
    private final Visitor ann = people.ann;
    private final Visitor bob = people.bob;
    private String room;

    @BeforeEach
    void they_meet() {
        room = people.meet();
    }

    @AfterAll
    void they_go() {
        people.close();
    }

    @Test
    void two_people_see_each_others_messages() {
        ann.write("Is anybody there?");
        assertThat(bob.messages()).hasText(new String[] {"Is anybody there?"});
        bob.write("I am.");
        assertThat(ann.messages()).hasText(new String[] {"Is anybody there?", "I am."});
        assertThat(bob.messages()).hasText(new String[] {"Is anybody there?", "I am."});
    }

    @Test
    void one_sees_that_the_other_is_typing_until_they_send() {
        ann.composer().pressSequentially("Wait");
        assertThat(bob.page().locator(".typing")).hasText(annsAccount.name() + " is typing …");
        ann.composer().press("Enter");
        assertThat(bob.page().locator(".typing")).isEmpty();
    }

    @Test
    @Tag("thorough")
    void shift_and_enter_break_the_line_and_an_input_method_keeps_its_enter() {
        ann.composer().fill("one");
        ann.composer().press("Shift+Enter");
        ann.composer().pressSequentially("two");
        ann.composer().dispatchEvent("keydown", Map.of("key", "Enter", "isComposing", true, "bubbles", true));
        assertThat(ann.messages()).hasCount(0);
        ann.composer().press("Enter");
        assertThat(bob.messages()).hasText(new String[] {"one\ntwo"});
    }

    @Test
    @Tag("thorough")
    void a_second_tab_follows_what_the_first_has_read() {
        String elsewhere = annsAccount.createRoom(people.cast.unique("elsewhere"));
        bobsAccount.join(elsewhere);
        Page second = bob.context().newPage();
        second.navigate(people.cast.server().base().resolve("./#/rooms/" + room).toString());
        annsAccount.post(elsewhere, "news");
        var count = second.locator(".room-link", new Page.LocatorOptions().setHasText(elsewhere))
                .locator(".count");
        assertThat(count).isVisible();
        bob.open("#/rooms/" + elsewhere);
        assertThat(bob.messages()).hasText(new String[] {"news"});
        assertThat(count).isHidden();
    }

    @Test
    @Tag("thorough")
    void the_link_of_a_message_leads_to_it() {
        long seq = annsAccount.post(room, "the one").path("seq").asLong();
        Many.count(annsAccount, room, 2, 121);
        assertThat(bob.message("number 121.")).isInViewport();
        bob.open("#/rooms/" + room + "/" + seq);
        assertThat(bob.message("the one")).isInViewport();
        assertThat(bob.message("the one")).hasClass(Pattern.compile("\\blit\\b"));
        assertThat(bob.button("To the newest message")).isVisible();
        bob.button("To the newest message").click();
        assertThat(bob.message("number 121.")).isInViewport();
    }

    @Test
    void the_first_unread_message_is_where_the_room_opens() {
        bob.open("#/rooms/main");
        assertThat(bob.page().getByRole(AriaRole.MAIN, new Page.GetByRoleOptions().setName("main")))
                .isVisible();
        Many.count(annsAccount, room, 1, 100);
        assertThat(bob.unread(room)).containsText("100");
        bob.open("#/rooms/" + room);
        assertThat(bob.page().locator(".divider")).isInViewport();
        assertThat(bob.message("number 1.")).isInViewport();
        assertThat(bob.message("number 100.")).not().isInViewport();
    }

    @Test
    void what_people_write_is_text_and_nothing_else() {
        String[] attacks = {
            "<img src=x onerror=alert(1)>",
            "<script>alert(2)</script>",
            "javascript:alert(3)",
            "${alert(4)} {{alert(5)}} <!--?lit$1$-->",
            "\"><svg onload=alert(6)>",
        };
        for (String attack : attacks) {
            annsAccount.post(room, attack);
        }
        assertThat(bob.messages()).hasText(attacks);
        assertThat(bob.page().locator(".body a, .body img, .body script, .body svg"))
                .hasCount(0);
    }
}
