package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;

/** Bob writes scripts wherever he can write. Ann's browser shows them as text, and no script runs. */
@Tag("once")
@Tag("page")
class StoredScriptIT {
    private static final int LONGEST = 500;

    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final String room = bob.createRoom(cast.unique("scripts"));
    private final List<String> payloads = payloads();
    private final List<String> texts = texts();
    private Visitor visitor;

    private static List<String> payloads() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/payloads.txt"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Joins as many of the texts as fit in a longer field. */
    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (String payload : payloads) {
            if (text.length() + payload.length() + 1 > LONGEST) {
                texts.add(text.toString());
                text.setLength(0);
            }
            text.append(text.isEmpty() ? "" : " ").append(payload);
        }
        texts.add(text.toString());
        return texts;
    }

    @BeforeEach
    void ann_looks_at_the_room() {
        ann.join(room);
        visitor = Visitor.at(ann.base()).signIn(ann, room);
        visitor.upToDate();
    }

    @AfterEach
    void nothing_ran() {
        try (Visitor leaving = visitor) {
            assertEquals(
                    0,
                    leaving.page()
                            .locator("iframe, object, embed, base, script:not([type]):not([src])")
                            .count());
            leaving.assertClean();
        }
    }

    @Test
    void in_messages_quotes_and_names() {
        for (String payload : payloads) {
            bob.patch("users/me", Json.of("displayName", payload)).expect(200);
            long seq = bob.post(room, payload).path("seq").asLong();
            bob.post(
                            "rooms/" + room + "/messages",
                            Json.of("clientId", Person.newId(), "body", "> " + payload, "replyTo", seq))
                    .expect(201);
        }
        String last = payloads.get(payloads.size() - 1);
        assertThat(visitor.messages().last().locator("blockquote")).hasText(last);
        assertThat(visitor.page().locator(".body img, .body script, .body svg, .body style, .body form"))
                .hasCount(0);
        visitor.page().reload();
        assertThat(visitor.messages().last().locator("blockquote")).hasText(last);
        assertThat(visitor.page().locator(".body a:not([href^='http'])")).hasCount(0);
    }

    @Test
    @Tag("thorough")
    void in_a_private_message() {
        bob.patch("users/me", Json.of("displayName", payloads.get(6))).expect(200);
        for (String payload : payloads) {
            bob.write(ann, payload);
        }
        visitor.open("#/direct/" + bob.name());
        assertThat(visitor.messages().last()).hasText(payloads.get(payloads.size() - 1));
    }

    @Test
    @Tag("thorough")
    void in_the_list_of_what_concerns_her() {
        for (String payload : payloads) {
            bob.post(room, "@" + ann.name() + " " + payload);
        }
        visitor.page().keyboard().press("Control+Shift+m");
        assertThat(visitor.dialog().locator(".activity-item")).hasCount(20);
        for (int more = 40; more < payloads.size(); more += 20) {
            visitor.dialog().getByText("Show more").click();
            assertThat(visitor.dialog().locator(".activity-item")).hasCount(more);
        }
        assertThat(visitor.page().locator(".activity :is(img, script, style, form, iframe)"))
                .hasCount(0);
    }

    @Test
    void in_a_topic_and_a_bio() {
        for (String text : texts) {
            bob.patch("rooms/" + room, Json.of("topic", text)).expect(200);
            bob.patch("users/me", Json.of("bio", text)).expect(200);
            assertThat(visitor.page().locator(".topic")).hasText(text);
            visitor.page()
                    .locator(".member-name", new Page.LocatorOptions().setHasText(bob.name()))
                    .click();
            assertThat(visitor.dialog().locator(".bio")).hasText(text);
            visitor.page().keyboard().press("Escape");
            assertThat(visitor.dialog()).hasCount(0);
        }
    }

    @Test
    @Tag("thorough")
    void in_a_draft_of_another_device() {
        // Her own text reaches no server, so the page shows both.
        visitor.page().route("**/draft", Route::abort);
        visitor.composer().fill("mine");
        long revision = 0;
        for (String text : texts) {
            revision = ann.put("rooms/" + room + "/draft", Json.of("body", text, "revision", revision))
                    .expect(200)
                    .path("revision")
                    .asLong();
            assertThat(visitor.page().locator(".two-drafts blockquote")).hasText(text);
        }
        visitor.button("Use this text").click();
        assertThat(visitor.composer()).hasValue(texts.get(texts.size() - 1));
    }

    @Test
    @Tag("thorough")
    void in_the_reason_of_a_ban() {
        for (String text : texts) {
            bob.post("rooms/" + room + "/bans", Json.of("username", ann.name(), "reason", text))
                    .expect(201);
            if (!text.equals(texts.get(0))) {
                // Ann is already removed, so she sees the new reason only after a reload.
                visitor.page().reload();
            }
            assertThat(visitor.page().getByText("Reason: " + text.substring(0, 20)))
                    .isVisible();
        }
    }
}
