package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;

/** Takes the picture that the README shows: {@code -Dparley.screenshots=true}. */
@Tag("once")
@EnabledIfSystemProperty(named = "parley.screenshots", matches = "true")
class PictureIT {
    private static final Path PICTURE = Path.of("docs", "images", "parley.png");

    private final Cast cast = Cast.onSharedServer();
    private final Person ann = named(cast.ann(), "Ann Lindqvist");
    private final Person bob = named(cast.bob(), "Bob Okafor");
    private final Person dora = named(cast.dora(), "Dora Meyer");

    @Test
    void a_room_as_people_see_it() {
        String room = ann.createRoom("design");
        ann.patch("rooms/" + room, Json.of("topic", "Page, words, pictures. Sketches welcome, however rough."));
        for (String other : new String[] {"kitchen", "operations", "reading-group"}) {
            dora.join(ann.createRoom(other));
        }
        bob.join(room);
        dora.join(room);
        try (Visitor visitor = Visitor.at(
                        cast.server().base(),
                        new NewContextOptions().setViewportSize(1280, 800).setDeviceScaleFactor(2))
                .signIn(ann, room)) {
            try (var bobsSocket = bob.socket();
                    var dorasSocket = dora.socket()) {
                bobsSocket.send(Json.of("type", "join_room", "room", room));
                dorasSocket.send(Json.of("type", "join_room", "room", room));
                talk(room);
                dorasSocket.send(Json.of("type", "typing_start", "room", room));
                assertThat(visitor.page().locator(".typing")).hasText("Dora Meyer is typing …");
                assertThat(visitor.unread("kitchen")).containsText("2");
                // What a bare Debian calls its system's font is one that hardly anybody reads in.
                visitor.page().evaluate("document.documentElement.style.setProperty('--sans', 'Liberation Sans')");
                visitor.page().mouse().move(640, 8);
                visitor.page()
                        .screenshot(
                                new ScreenshotOptions().setPath(PICTURE).setAnimations(ScreenshotAnimations.DISABLED));
            }
        }
    }

    private void talk(String room) {
        dora.post(
                room,
                "I tried the sign-in page on a phone with large text: nothing is cut off, but the button slips under the keyboard.");
        dora.post(room, "Will look after lunch.");
        ann.post(
                room,
                "Thank you. Meanwhile I measured every pair of the dark theme: the faintest text is at 5.1 : 1 now.");
        bob.post(room, "That is a lot better than what we had. Does the accent hold on the selected row, too?");
        ann.post(room, "It does, 5.8. Numbers are here: https://example.org/drafts/contrast");
        dora.post(room, "Fixed, it was the safe area. Then nothing stands in the way of Thursday?");
        bob.post(room, "Nothing that I know of.");
        dora.post("kitchen", "Soup today.");
        dora.post("kitchen", "And bread from Bob.");
    }

    private static Person named(Person person, String displayName) {
        person.patch("users/me", Json.of("displayName", displayName));
        return person;
    }
}
