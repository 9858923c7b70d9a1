package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Json;

/** Bob writes in a room where Ann has turned on slow mode. */
@Tag("once")
@Tag("page")
class SlowModeIT {
    private static final Pattern CLOCK = Pattern.compile("\\d+:\\d\\d");

    private final AnnAndBob people = new AnnAndBob("slow");
    private final Visitor ann = people.ann;
    private final Visitor bob = people.bob;

    @AfterEach
    void they_go() {
        people.close();
    }

    @Test
    @Tag("thorough")
    void who_has_spoken_is_told_for_how_long_to_wait_and_keeps_what_they_type() {
        slowMode(6);
        bob.write("first");
        assertThat(ann.message("first")).isVisible();
        bob.write("second");
        assertThat(send(bob)).isDisabled();
        assertThat(send(bob)).hasText(CLOCK);
        assertThat(bob.page().getByText("Slow mode: next message in")).isVisible();
        assertThat(bob.composer()).hasValue("second");
        assertThat(bob.messages()).hasText(new String[] {"first"});
        assertThat(send(bob)).isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(20_000));
        assertThat(bob.page().getByText("Slow mode: next message in")).hasCount(0);
        bob.composer().press("Enter");
        assertThat(ann.message("second")).isVisible();
        assertThat(bob.composer()).hasValue("");
    }

    @Test
    @Tag("thorough")
    void a_reload_does_not_shorten_it_and_an_end_of_slow_mode_does() {
        slowMode(3600);
        bob.write("first");
        assertThat(ann.message("first")).isVisible();
        bob.composer().fill("second");
        bob.page().reload();
        assertThat(send(bob)).hasText(CLOCK);
        assertThat(bob.composer()).hasValue("second");
        bob.upToDate();
        slowMode(0);
        assertThat(send(bob)).isEnabled();
        bob.composer().press("Enter");
        assertThat(ann.message("second")).isVisible();
    }

    @Test
    @Tag("thorough")
    void staff_has_no_pause() {
        slowMode(3600);
        ann.write("one").write("two");
        assertThat(bob.message("two")).isVisible();
        assertThat(ann.page().getByText("Slow mode: next message in")).hasCount(0);
    }

    private void slowMode(int seconds) {
        people.annsAccount
                .patch("rooms/" + people.room, Json.of("slowModeSeconds", seconds))
                .expect(200);
        String told = seconds == 0 ? "turned slow mode off" : "turned on slow mode: one message every";
        assertThat(bob.page().getByText(told).last()).isVisible();
    }

    private static Locator send(Visitor visitor) {
        return visitor.page().locator(".composer .send");
    }
}
