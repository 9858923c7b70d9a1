package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;

/** Ann writes on a laptop and on a phone, each with a session of its own. */
@Tag("once")
@Tag("page")
@TestInstance(Lifecycle.PER_CLASS)
class TwoDevicesIT {
    private static final String DRAFTS = "**/api/**/draft*";

    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private Visitor laptop;
    private Visitor phone;
    private String room;
    private int rooms;

    @BeforeAll
    void ann_signs_in_on_both() {
        String first = ann.createRoom(cast.unique("devices"));
        laptop = Visitor.at(ann.base()).signIn(ann, first);
        phone = Visitor.at(ann.base()).signIn(ann, first);
    }

    @BeforeEach
    void both_are_in_a_new_room() {
        room = ann.createRoom(cast.unique("devices" + ++rooms));
        for (Visitor device : List.of(laptop, phone)) {
            device.startAgain();
            device.open("#/rooms/" + room).upToDate();
        }
    }

    @AfterAll
    void she_goes() {
        try (Visitor leaving = laptop;
                Visitor alsoLeaving = phone) {
            leaving.assertClean();
            alsoLeaving.assertClean();
        }
    }

    @Test
    @Tag("thorough")
    void what_is_begun_on_one_device_is_finished_on_the_other() {
        phone.open("#/rooms/main");
        ann.post(room, "lunch?");
        laptop.message("lunch?").hover();
        laptop.message("lunch?").getByLabel("Reply").click();
        laptop.composer().fill("yes, at");
        assertThat(phone.entry(room).locator(".unsent")).hasText("Draft");
        phone.open("#/rooms/" + room);
        assertThat(phone.composer()).hasValue("yes, at");
        assertThat(phone.page().locator(".replying")).containsText("lunch?");
        phone.composer().fill("yes, at noon");
        assertThat(laptop.composer()).hasValue("yes, at noon");
        phone.composer().press("Enter");
        assertThat(laptop.message("yes, at noon").locator(".quote")).containsText("lunch?");
        assertThat(laptop.composer()).hasValue("");
        laptop.page().reload();
        assertThat(laptop.message("yes, at noon")).isVisible();
        assertThat(laptop.composer()).hasValue("");
    }

    @Test
    @Tag("thorough")
    void of_two_texts_the_user_takes_either() {
        cut(phone);
        phone.composer().fill("typed on the phone");
        laptop.composer().fill("typed on the laptop");
        assertThat(question(phone).locator("blockquote")).hasText("typed on the laptop");
        assertThat(phone.composer()).hasValue("typed on the phone");
        mend(phone);
        phone.button("Keep what’s in the field").click();
        assertThat(question(phone)).hasCount(0);
        assertThat(phone.composer()).isFocused();
        assertThat(laptop.composer()).hasValue("typed on the phone");

        cut(phone);
        phone.composer().fill("typed later on the phone");
        laptop.composer().fill("typed later on the laptop");
        phone.button("Use this text").click();
        assertThat(phone.composer()).hasValue("typed later on the laptop");
        assertThat(question(phone)).hasCount(0);
    }

    @Test
    @Tag("thorough")
    void what_was_typed_without_a_connection_is_there_after_a_reload_and_comes_to_the_other_device() {
        laptop.line().cut();
        assertThat(laptop.banner()).isVisible();
        laptop.composer().fill("typed in the tunnel");
        laptop.page().reload();
        assertThat(laptop.composer()).hasValue("typed in the tunnel");
        laptop.line().mend();
        laptop.retryNow();
        assertThat(phone.composer()).hasValue("typed in the tunnel");
    }

    @Test
    @Tag("thorough")
    void the_question_can_be_used_by_everybody_on_every_screen() {
        cut(phone);
        phone.composer().fill("mine");
        ann.put("rooms/" + room + "/draft", Json.of("body", "x".repeat(8000), "revision", 0))
                .expect(200);
        assertThat(question(phone)).isVisible();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            phone.page().emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
            Axe.assertFindsNothing(phone.page());
        }
        phone.page().setViewportSize(320, 640);
        assertThat(phone.button("Use this text")).isInViewport();
        phone.page().waitForFunction("() => document.documentElement.scrollWidth <= 320");
    }

    /** Nothing that this device types reaches the server; frames still come. */
    private static void cut(Visitor device) {
        device.page().route(DRAFTS, Route::abort);
    }

    private static void mend(Visitor device) {
        device.page().unroute(DRAFTS);
    }

    private static Locator question(Visitor device) {
        return device.page().locator(".two-drafts");
    }
}
