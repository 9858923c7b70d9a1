package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Messages;
import org.parley.harness.Person;
import org.parley.harness.Uploads;

/** Bob writes scripts wherever he can write. Ann's browser shows them as text, and no script runs. */
@Tag("once")
@Tag("page")
class StoredScriptIT {
    private static final int LONGEST_EXCERPT = 140;
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_MESSAGE = 8000;
    /** A quotation has a mark before each line. */
    private static final int LONGEST_QUOTED = 7000;
    /** A message that has everything twice. */
    private static final int HALF = 3800;
    /** A page of messages that each has a script. Long messages have the others. */
    private static final int SHORT = 50;

    private static final String FOLDED = ".row:has(.unfold[aria-expanded=false])";
    private static final String ELEMENTS = ":is(img, script, svg:not(.icon), style, form, iframe, object, embed, math)";

    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final String room = bob.createRoom(cast.unique("scripts"));
    private final List<String> payloads = Payloads.all();
    private final List<String> lines = Payloads.joined(LONGEST_LINE, " ");
    private final List<String> messages = Payloads.joined(LONGEST_MESSAGE, "\n\n");
    private Visitor visitor;

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
        long seq = bob.post(room, "the first").path("seq").asLong();
        for (String payload : payloads.subList(0, SHORT)) {
            bob.patch("users/me", Json.of("displayName", payload)).expect(200);
            seq = reply(seq, payload + "\n\n> " + payload).path("seq").asLong();
        }
        for (String text : Payloads.joined(HALF, "\n\n")) {
            seq = reply(seq, text + "\n\n> " + text.replace("\n\n", "\n\n> "))
                    .path("seq")
                    .asLong();
            Visitor.unfold(visitor.page().locator(".row[data-seq='" + seq + "']"));
        }
        visitor.page().locator(".to-end").click();
        String last = last(payloads);
        assertThat(visitor.messages().last().locator("blockquote").last()).hasText(last);
        assertThat(visitor.page().locator(".row " + ELEMENTS)).hasCount(0);
        // Otherwise the page comes back to what is unread.
        visitor.page().waitForCondition(this::hasReadAll);
        visitor.page().reload();
        Visitor.unfold(visitor.page().locator(".row").last());
        assertThat(visitor.messages().last().locator("blockquote").last()).hasText(last);
        assertThat(visitor.page().locator(".body a:not([href^='http'])")).hasCount(0);
    }

    private boolean hasReadAll() {
        JsonNode membership = ann.get("rooms/" + room).expect(200).path("membership");
        return membership.path("unread").asInt() == 0;
    }

    @Test
    @Tag("thorough")
    void in_a_private_message() {
        bob.patch("users/me", Json.of("displayName", payloads.get(6))).expect(200);
        messages.forEach(text -> bob.write(ann, text));
        visitor.open("#/direct/" + bob.name());
        assertThat(visitor.messages()).hasCount(messages.size());
        visitor.page().locator(".row:has(.unfold)").all().forEach(Visitor::unfold);
        assertThat(visitor.messages().last()).containsText(last(payloads));
        assertThat(visitor.messages().locator(ELEMENTS)).hasCount(0);
    }

    @Test
    @Tag("thorough")
    void in_the_replies_to_a_message_and_in_their_field() {
        long asked = bob.post(room, payloads.get(0)).path("seq").asLong();
        messages.forEach(text -> reply(asked, text));
        Locator open = visitor.page().locator(".replies-open");
        assertThat(open).containsText(messages.size() + " replies");
        open.click();
        Locator panel = visitor.page().locator(".thread");
        assertThat(panel.locator(".row .body")).hasCount(messages.size() + 1);
        for (String text : messages) {
            panel.locator("textarea").fill(text);
            visitor.page().keyboard().press("Escape");
            assertThat(panel).hasCount(0);
            open.click();
            assertThat(panel.locator("textarea")).hasValue(text);
            panel.locator("textarea").press("Enter");
            assertThat(panel.locator("textarea")).hasValue("");
        }
        assertThat(panel.locator(".row .body")).hasCount(2 * messages.size() + 1);
        panel.locator(".row:has(.unfold)").all().forEach(Visitor::unfold);
        assertThat(panel.locator(".row .body").last()).containsText(last(payloads));
        assertThat(panel.locator(ELEMENTS + ":not(.composer)")).hasCount(0);
    }

    @Test
    @Tag("thorough")
    void in_what_she_quotes_and_what_she_pastes() {
        visitor.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        for (String text : Payloads.joined(LONGEST_QUOTED, "\n")) {
            String seq = bob.post(room, text).path("seq").asText();
            Locator row = visitor.page().locator(".row[data-seq='" + seq + "']");
            Visitor.unfold(row);
            row.locator(".body").selectText();
            row.focus();
            row.press("r");
            assertThat(visitor.composer()).hasValue(Pattern.compile("^> .*", Pattern.DOTALL));
            visitor.composer().press("Enter");
            Visitor.unfold(visitor.page().locator(FOLDED));
            visitor.page().evaluate("text => navigator.clipboard.writeText(text)", text);
            visitor.composer().press("Control+v");
            visitor.button("Paste as code block").click();
            visitor.composer().press("Enter");
            Visitor.unfold(visitor.page().locator(FOLDED));
            assertEquals(text, visitor.page().locator(".code-block code").last().evaluate("one => one.textContent"));
        }
        assertThat(visitor.messages().locator(ELEMENTS)).hasCount(0);
    }

    @Test
    @Tag("thorough")
    void in_the_names_of_files() {
        byte[] picture = Uploads.png(2, 2);
        List<String> ids = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String payload : payloads.subList(0, SHORT)) {
            boolean shown = ids.size() % 2 == 0;
            JsonNode file = Uploads.put(bob, payload.replace('"', '\''), shown ? picture : new byte[] {'x'});
            ids.add(file.path("id").asText());
            names.add(file.path("name").asText());
            if (ids.size() % 10 == 0) {
                Uploads.post(
                        bob, room, "", ids.subList(ids.size() - 10, ids.size()).toArray(new String[0]));
            }
        }
        visitor.page().keyboard().press("Control+Shift+L");
        Locator filed = visitor.page().locator(".filed .file-name");
        while (filed.count() < SHORT) {
            visitor.page().getByText("Show more").click();
            assertThat(filed.nth(30)).isVisible();
        }
        assertThat(filed.first()).hasText(last(names));
        assertThat(visitor.page().locator(".row .picture img").last()).hasAttribute("alt", names.get(SHORT - 2));
        visitor.page().locator(".row .picture").last().click();
        assertThat(visitor.dialog().locator("h2")).hasText(names.get(SHORT - 2));
        assertThat(visitor.page().locator(":is(.files, .filed, dialog) :is(script, style, form, iframe)"))
                .hasCount(0);
    }

    @Test
    @Tag("thorough")
    void in_the_list_of_what_concerns_her() {
        String name = "@" + ann.name() + " ";
        List<String> texts = Payloads.joined(LONGEST_EXCERPT - name.length(), " ");
        texts.forEach(text -> bob.post(room, name + text));
        visitor.page().keyboard().press("Control+Shift+m");
        Locator items = visitor.dialog().locator(".activity-item");
        assertThat(items).hasCount(20);
        for (int more = 40; more < texts.size() + 20; more += 20) {
            visitor.dialog().getByText("Show more").click();
            assertThat(items).hasCount(Math.min(more, texts.size()));
        }
        assertThat(visitor.dialog().locator(".activity " + ELEMENTS)).hasCount(0);
    }

    @Test
    @Tag("thorough")
    void in_a_topic_and_a_bio() {
        for (String text : lines) {
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
        visitor.page().keyboard().press("Control+Shift+k");
        visitor.page().getByRole(AriaRole.COMBOBOX).fill("#" + room);
        assertThat(visitor.dialog().getByRole(AriaRole.OPTION).first()).containsText(last(lines));
    }

    @Test
    @Tag("thorough")
    void in_a_draft_of_another_device() {
        // Her own text reaches no server, so the page shows both.
        visitor.page().route("**/draft", Route::abort);
        visitor.composer().fill("mine");
        long revision = 0;
        for (String text : messages) {
            revision = ann.put("rooms/" + room + "/draft", Json.of("body", text, "revision", revision))
                    .expect(200)
                    .path("revision")
                    .asLong();
            assertThat(visitor.page().locator(".two-drafts blockquote")).hasText(text);
        }
        visitor.button("Use this text").click();
        assertThat(visitor.composer()).hasValue(last(messages));
    }

    @Test
    @Tag("thorough")
    void in_the_reason_of_a_ban() {
        for (String text : lines) {
            String other = bob.createRoom(cast.unique("out" + lines.indexOf(text)));
            ann.join(other);
            bob.post("rooms/" + other + "/bans", Json.of("username", ann.name(), "reason", text))
                    .expect(201);
            visitor.open("#/rooms/" + other);
            assertThat(visitor.page().getByText("Reason: " + text.substring(0, 20)))
                    .isVisible();
        }
    }

    private JsonNode reply(long to, String body) {
        return Messages.post(bob, room, Messages.of(body).put("replyTo", to)).expect(201);
    }

    private static String last(List<String> texts) {
        return texts.get(texts.size() - 1);
    }
}
