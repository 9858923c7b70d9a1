package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;

/** Ann looks at one room; messages in another call for her attention, as she has chosen in her settings. */
@Tag("once")
@Tag("page")
class AttentionIT {
    /** Replaces the browser's notifications and sounds, which nobody sees or hears in a test. */
    private static final String STUB =
            """
            window.asked = [];
            window.shown = [];
            window.tones = 0;
            window.Notification = class {
              static permission = localStorage.getItem('stub:permission') ?? 'default';
              static async requestPermission() {
                window.asked.push(navigator.userActivation.isActive);
                localStorage.setItem('stub:permission', 'granted');
                return (Notification.permission = 'granted');
              }
              constructor(title, options) {
                Object.assign(this, { title, ...options });
                window.shown.push(this);
              }
              close() {
                this.closed = true;
              }
            };
            const start = OscillatorNode.prototype.start;
            OscillatorNode.prototype.start = function (...when) {
              window.tones += 1;
              start.apply(this, when);
            };
            """;

    private static final String TITLES = "shown.map((one) => one.title.replace(/[\\u2068\\u2069]/g, ''))";

    private final Cast cast = Cast.onSharedServer();
    private final Person annsAccount = cast.ann();
    private final Person bob = cast.bob();
    private final String here = annsAccount.createRoom(cast.unique("here"));
    private final String there = annsAccount.createRoom(cast.unique("there"));
    private final Visitor ann = Visitor.at(cast.server().base());

    AttentionIT() {
        bob.join(here);
        bob.join(there);
        for (String room : List.of(here, there)) {
            annsAccount.put("rooms/" + room + "/notify", Json.of("notify", "all"));
        }
        ann.context().addInitScript(STUB);
        ann.signIn(annsAccount, here).upToDate();
    }

    @AfterEach
    void she_goes() {
        try (ann) {
            ann.assertClean();
        }
    }

    @Test
    @Tag("thorough")
    void permission_is_asked_after_a_click_and_never_before() {
        ann.page().reload();
        ann.upToDate();
        assertEquals(List.of(), ann.page().evaluate("asked"));
        turnOn("Desktop notifications");
        assertEquals(List.of(true), ann.page().evaluate("asked"));
        ann.page().reload();
        ann.upToDate();
        assertEquals(List.of(), ann.page().evaluate("asked"));
        bob.post(there, "still on after a reload");
        assertShown(1);
    }

    @Test
    void what_comes_elsewhere_is_shown_as_plain_text_and_a_click_leads_to_it() {
        turnOn("Desktop notifications");
        bob.post(there, "<b>Soup</b> & bread");
        assertShown(1);
        assertEquals(List.of(bob.name() + " in " + there), ann.page().evaluate(TITLES));
        assertEquals("<b>Soup</b> & bread", ann.page().evaluate("shown[0].body"));
        assertThat(ann.page()).hasTitle("(1) " + here + " – Parley");
        assertThat(ann.page().locator("link[rel=icon]")).hasAttribute("href", Pattern.compile("^data:image/svg"));
        ann.page().evaluate("shown[0].onclick()");
        assertThat(ann.page()).hasURL(Pattern.compile("#/rooms/" + there + "/1$"));
        assertThat(ann.message("Soup")).isVisible();
        assertThat(ann.page()).hasTitle(there + " – Parley");
        assertEquals(true, ann.page().evaluate("shown[0].closed"));
    }

    @Test
    @Tag("thorough")
    void what_is_read_elsewhere_is_taken_back() {
        turnOn("Desktop notifications");
        bob.post(there, "soon read");
        assertShown(1);
        annsAccount.put("rooms/" + there + "/read", Json.of("seq", 1));
        ann.page().waitForFunction("() => shown[0].closed");
    }

    @Test
    @Tag("thorough")
    void the_room_in_front_calls_for_nothing_until_she_looks_away() {
        turnOn("Desktop notifications");
        bob.post(here, "before her eyes");
        assertThat(ann.message("before her eyes")).isVisible();
        assertShown(0);
        ann.page().evaluate("document.hasFocus = () => false");
        bob.post(here, "behind her back");
        assertShown(1);
    }

    @Test
    @Tag("thorough")
    void several_tabs_call_once() {
        turnOn("Desktop notifications");
        Page second = ann.context().newPage();
        second.navigate(ann.page().url());
        assertThat(second.locator(".me-state")).hasText("Up to date");
        for (String text : List.of("one", "two", "three")) {
            bob.post(there, text);
        }
        for (Page tab : List.of(ann.page(), second)) {
            assertThat(tab.locator(".room-link", new Page.LocatorOptions().setHasText(there)))
                    .containsText("3");
        }
        assertEquals(3, (Integer) ann.page().evaluate("shown.length") + (Integer) second.evaluate("shown.length"));
    }

    @Test
    @Tag("thorough")
    void what_is_caught_up_calls_for_nothing() {
        turnOn("Desktop notifications");
        ann.line().cut();
        assertThat(ann.banner()).isVisible();
        bob.post(there, "missed");
        ann.line().mend();
        assertThat(ann.unread(there)).containsText("1");
        ann.upToDate();
        bob.post(there, "live again");
        assertShown(1);
        assertEquals("live again", ann.page().evaluate("shown[0].body"));
    }

    @Test
    @Tag("thorough")
    void a_room_may_call_for_mentions_alone_or_for_nothing() {
        turnOn("Desktop notifications");
        choose("Mentions and replies", "mentions");
        bob.post(there, "to everybody");
        bob.post(there, "to you, @" + annsAccount.name());
        assertThat(ann.unread(there)).containsText("@2");
        assertShown(1);
        assertThat(ann.page()).hasTitle("(1) " + here + " – Parley");
        choose("Nothing", "none");
        bob.post(there, "to you again, @" + annsAccount.name());
        assertThat(ann.unread(there)).containsText("1");
        assertShown(1);
        assertThat(ann.page()).hasTitle(here + " – Parley");
    }

    @Test
    @Tag("thorough")
    void a_conversation_that_notifies_of_nothing_says_so_in_every_tab() {
        bob.write(annsAccount, "one");
        Page second = ann.context().newPage();
        second.navigate(ann.page().url());
        Locator entry = second.locator(".person-link", new Page.LocatorOptions().setHasText(bob.name()));
        ann.conversation(bob).click();
        chooseHere("Nothing");
        assertThat(ann.button("Notifications off")).isVisible();
        assertThat(ann.conversation(bob)).containsText("Notifications off");
        assertThat(entry).containsText("Notifications off");
        ann.open("#/rooms/" + here);
        bob.write(annsAccount, "two");
        assertThat(entry.locator(".count.quiet")).containsText("1");
        assertThat(second).hasTitle(here + " – Parley");
        ann.conversation(bob).click();
        chooseHere("Every message");
        assertThat(ann.button("Notifications off")).hasCount(0);
        assertThat(entry.locator(".silent")).hasCount(0);
        ann.open("#/rooms/" + here);
        bob.write(annsAccount, "three");
        assertThat(ann.page()).hasTitle("(1) " + here + " – Parley");
    }

    @Test
    @Tag("thorough")
    void a_tone_sounds_only_for_those_who_want_one() {
        bob.post(there, "in silence");
        assertThat(ann.unread(there)).containsText("1");
        assertEquals(0, ann.page().evaluate("tones"));
        turnOn("Sound");
        ann.page().waitForFunction("() => tones === 2");
        bob.post(there, "with a tone");
        ann.page().waitForFunction("() => tones === 4");
        assertShown(0);
    }

    private void turnOn(String what) {
        ann.page().locator(".me").click();
        tab("Notifications").click();
        Locator toggle = ann.dialog().getByRole(AriaRole.SWITCH, new Locator.GetByRoleOptions().setName(what));
        toggle.check();
        assertThat(toggle).isChecked();
        ann.page().keyboard().press("Escape");
        assertThat(ann.dialog()).hasCount(0);
    }

    /** Changes the choice in the settings of the other room, and returns. */
    private void choose(String occasion, String kept) {
        ann.open("#/rooms/" + there);
        ann.button("Room settings").click();
        tab("Notifications").click();
        ann.dialog().getByText(occasion).click();
        ann.page().waitForCondition(() -> annsAccount
                .get("rooms/" + there)
                .expect(200)
                .path("membership")
                .path("notify")
                .asText()
                .equals(kept));
        ann.page().keyboard().press("Escape");
        ann.open("#/rooms/" + here);
        assertThat(ann.page()).hasTitle(here + " – Parley");
    }

    /** Changes the choice of the open conversation. */
    private void chooseHere(String occasion) {
        ann.button("Notifications").click();
        ann.dialog().getByText(occasion).click();
        ann.page().keyboard().press("Escape");
        assertThat(ann.dialog()).hasCount(0);
    }

    private Locator tab(String name) {
        return ann.dialog().getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName(name));
    }

    private void assertShown(int times) {
        ann.page().waitForFunction("(times) => shown.length >= times", times);
        assertEquals(times, ann.page().evaluate("shown.length"));
    }
}
