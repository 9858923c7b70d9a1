package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Json;
import org.parley.harness.Many;
import org.parley.harness.Person;

/** Bob's network fails and returns; no message of either person is lost. */
@Tag("once")
@Tag("page")
class LosingTheConnectionIT {
    private static final Pattern UNDER_WAY = Pattern.compile("\\b(waiting|sending)\\b");

    private final AnnAndBob people = new AnnAndBob("tunnel");
    private final Person annsAccount = people.annsAccount;
    private final Person bobsAccount = people.bobsAccount;
    private final Visitor ann = people.ann;
    private final Visitor bob = people.bob;
    private final String room = people.room;

    @AfterEach
    void they_go() {
        people.close();
    }

    @Test
    void who_loses_the_network_writes_on_and_catches_up() {
        bob.context().setOffline(true);
        assertThat(bob.banner()).containsText("You’re offline.");
        bob.write("written in the tunnel");
        assertThat(bob.message("written in the tunnel")).hasClass(UNDER_WAY);
        assertThat(bob.banner()).containsText("1 message will be sent");
        for (String text : List.of("first", "second", "third")) {
            ann.write(text);
        }
        ann.upToDate();
        bob.context().setOffline(false);
        assertThat(ann.messages()).hasText(new String[] {"first", "second", "third", "written in the tunnel"});
        assertThat(bob.messages()).hasText(new String[] {"first", "second", "third", "written in the tunnel"});
        assertThat(bob.banner()).isHidden();
        assertEquals(1, bob.message("written in the tunnel").count());
    }

    @Test
    @Tag("thorough")
    void the_banner_counts_down_and_can_be_hurried() {
        bob.line().cut();
        assertThat(bob.banner()).containsText("Connection lost.");
        annsAccount.post(room, "missed for a moment");
        // Long enough that the button can be pressed before the next try.
        assertThat(bob.banner()).containsText(Pattern.compile("Retrying in ([3-9]|\\d\\d) s"));
        bob.line().mend();
        bob.retryNow();
        assertThat(bob.messages()).hasText(new String[] {"missed for a moment"});
        assertThat(bob.banner()).isHidden();
    }

    @Test
    @Tag("thorough")
    void a_reload_keeps_what_was_not_sent() {
        bob.line().cut();
        assertThat(bob.banner()).isVisible();
        bob.write("one").write("two");
        // The draft is removed once its message is on disk; a reload before that would find it in the composer.
        bob.page().waitForFunction("() => !Object.keys(localStorage).some((key) => key.includes('draft:'))");
        bob.page().reload();
        assertThat(bob.message("one")).hasClass(UNDER_WAY);
        assertThat(bob.message("two")).hasClass(UNDER_WAY);
        bob.line().mend();
        assertThat(ann.messages()).hasText(new String[] {"one", "two"});
        bob.upToDate();
        bob.page().reload();
        assertThat(bob.messages()).hasText(new String[] {"one", "two"});
    }

    @Test
    @Tag("thorough")
    void a_draft_outlives_the_session_that_it_was_begun_in() {
        bob.composer().fill("half a thought");
        var changed = Json.of("current", Person.PASSWORD, "password", Person.PASSWORD + "!");
        assertEquals(204, bobsAccount.put("auth/password", changed).status());
        assertThat(bob.page().getByText("Your session has ended.")).isVisible();
        bob.page().getByLabel("Username").fill(bobsAccount.name());
        bob.page().getByLabel("Password").fill(Person.PASSWORD + "!");
        bob.page().getByLabel("Password").press("Enter");
        assertThat(bob.composer()).hasValue("half a thought");
    }

    @Test
    @Tag("thorough")
    void long_absence_is_caught_up_without_holes() {
        bob.line().cut();
        assertThat(bob.banner()).isVisible();
        Many.count(annsAccount, room, 1, 150);
        bob.line().mend();
        assertThat(bob.message("number 150.")).isVisible();
        assertThat(bob.messages()).hasCount(150);
        List<String> texts = bob.messages().allInnerTexts();
        for (int i = 1; i <= 150; i++) {
            assertEquals("number " + i + ".", texts.get(i - 1));
        }
    }
}
