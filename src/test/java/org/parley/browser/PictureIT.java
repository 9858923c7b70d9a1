package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;
import org.parley.harness.RunningServer;
import org.parley.harness.SharedServer;

/** Takes the README's screenshot, on a server where the names are still free: {@code -Dparley.screenshots=true}. */
@Tag("once")
@EnabledIfSystemProperty(named = "parley.screenshots", matches = "true")
class PictureIT {
    private static final Path PICTURE = Path.of("docs", "images", "parley.png");
    private static final String ROOM = "design";

    private static RunningServer server;

    private Person ann;
    private Person bob;
    private Person dora;

    @BeforeAll
    static void a_server_of_its_own() {
        server = RunningServer.prepare("picture", SharedServer.folder("picture"), Map.of())
                .start();
    }

    @AfterAll
    static void is_stopped() {
        server.close();
    }

    @Test
    void a_room_as_people_see_it() {
        furnish();
        try (Visitor visitor = Visitor.at(server.base(), view()).signIn(ann, ROOM);
                LiveSocket bobs = bob.socket();
                LiveSocket doras = dora.socket()) {
            // The system font of a bare Debian is one that hardly anybody uses.
            visitor.page().evaluate("document.documentElement.style.setProperty('--sans', 'Liberation Sans')");
            bobs.send(Json.of("type", "join_room", "room", ROOM));
            doras.send(Json.of("type", "join_room", "room", ROOM));
            talk();
            assertThat(visitor.messages()).hasCount(7);
            assertThat(visitor.unread("kitchen")).containsText("2");
            doras.send(Json.of("type", "typing_start", "room", ROOM));
            assertThat(visitor.page().locator(".typing")).hasText("Dora Meyer is typing …");
            visitor.page().mouse().move(640, 8);
            visitor.page()
                    .screenshot(new ScreenshotOptions().setPath(PICTURE).setAnimations(ScreenshotAnimations.DISABLED));
        }
    }

    private static NewContextOptions view() {
        return new NewContextOptions().setViewportSize(1280, 800).setDeviceScaleFactor(2);
    }

    private void furnish() {
        ann = named("ann", "Ann Lindqvist");
        bob = named("bob", "Bob Okafor");
        dora = named("dora", "Dora Meyer");
        Person cem = named("cem", "Cem Yıldız");
        ann.post("rooms", Json.of("name", ROOM, "visibility", "public", "topic", "Page, words, pictures"));
        for (Person other : new Person[] {bob, dora, cem}) {
            other.join(ROOM);
        }
        for (String other : new String[] {"kitchen", "operations", "reading-group"}) {
            dora.join(ann.createRoom(other));
        }
        ann.post("rooms", Json.of("name", "board", "visibility", "private"));
    }

    private void talk() {
        dora.post(ROOM, "I tried the sign-in page on a phone with large text. The button slips under the keyboard.");
        dora.post(ROOM, "Will look after lunch.");
        ann.post(ROOM, "Thank you. Meanwhile I measured the dark theme: the faintest text is at 5.1 : 1 now.");
        bob.post(ROOM, "A lot better than what we had. Does the accent hold on the selected row, too?");
        ann.post(ROOM, "It does, 5.8. Numbers are here: https://example.org/drafts/contrast");
        dora.post(ROOM, "Fixed, it was the safe area. Then nothing stands in the way of Thursday?");
        bob.post(ROOM, "Nothing that I know of.");
        dora.post("kitchen", "Soup today.");
        dora.post("kitchen", "And bread from Bob.");
    }

    private static Person named(String username, String displayName) {
        Person person = Person.register(server.base(), username);
        person.patch("users/me", Json.of("displayName", displayName));
        return person;
    }
}
