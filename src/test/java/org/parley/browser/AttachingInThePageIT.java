package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.parley.harness.Json;
import org.parley.harness.Messages;
import org.parley.harness.Uploads;

/** Files with strange names, in two tabs, of somebody who is removed, and where only one line is shown. */
@Tag("once")
@Tag("page")
@TestInstance(Lifecycle.PER_CLASS)
class AttachingInThePageIT {
    private static final int NARROW = 320;
    private static final String LONG = "W".repeat(300);
    private static final String[] STRANGE = {"../../etc/a\\b", "an\u202Egnp.exe", LONG + ".pdf", "", "<b>x</b>.html"};
    private static final String[] SHOWN = {
        ".._.._etc_a_b", "an_gnp.exe", LONG.substring(0, 196) + ".pdf", "file", "<b>x<_b>.html"
    };

    private final AnnAndBob people = new AnnAndBob("attaching");
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
    @Tag("thorough")
    void strange_names_are_text_everywhere_and_always_show_their_end() {
        attach(ann.page(), STRANGE);
        assertThat(ann.page().locator(".attached .file-name")).hasText(SHOWN);
        assertThat(ann.page().locator(".attached.done")).hasCount(STRANGE.length);
        looksWell(ann);
        ann.composer().press("Enter");
        assertThat(bob.page().locator(".row .file-name")).hasText(SHOWN);
        long seq =
                people.annsAccount.get("rooms/" + room).expect(200).path("head").asLong();
        Messages.post(people.annsAccount, room, Messages.of("read it").put("replyTo", seq))
                .expect(201);
        assertThat(bob.page().locator(".row .quote")).containsText(SHOWN[0] + " and 4 more files");
        looksWell(bob);
        bob.page().setViewportSize(1280, 720);
        bob.page().keyboard().press("Control+Shift+L");
        Locator filed = bob.page().locator(".filed .file-name");
        assertThat(filed).hasCount(SHOWN.length);
        assertThat(filed.last()).hasText(SHOWN[0]);
        assertThat(filed.nth(2).locator("span").last()).isInViewport();
        looksWell(bob);
    }

    /** On the narrowest page and in both themes. */
    private static void looksWell(Visitor visitor) {
        Page page = visitor.page();
        page.setViewportSize(NARROW, 700);
        for (ColorScheme theme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            Axe.assertFindsNothing(page);
        }
        assertTrue((Integer) page.evaluate("document.documentElement.scrollWidth") <= NARROW);
        assertThat(page.locator(":is(.row, .tray, .filed) :is(b, script, iframe)"))
                .hasCount(0);
    }

    @Test
    void where_one_line_stands_for_a_message_it_names_the_files() {
        String plan = Uploads.id(people.annsAccount, "plan.txt", "at noon");
        String tea = Uploads.put(people.annsAccount, "tea.png", Uploads.png(2, 2))
                .path("id")
                .asText();
        Uploads.post(people.annsAccount, room, "", plan, tea);
        Messages.post(people.bobsAccount, room, Messages.of("thanks").put("replyTo", 1))
                .expect(201);
        assertThat(ann.page().locator(".row .quote")).containsText("plan.txt and 1 more file");
        ann.open("#/rooms/main");
        ann.page().reload();
        assertThat(ann.composer()).isVisible();
        people.bobsAccount
                .put("rooms/" + room + "/messages/1/reactions/%F0%9F%91%8D", null)
                .expect(204);
        ann.page().keyboard().press("Control+Shift+M");
        assertThat(ann.dialog().locator(".activity-text").first()).hasText("plan.txt and 1 more file");
        ann.page().keyboard().press("Escape");
        people.annsAccount.delete("rooms/" + room + "/messages/1").expect(204);
        ann.open("#/rooms/" + room);
        assertThat(ann.page().locator(".row .quote")).containsText("Message deleted");
    }

    @Test
    void two_tabs_that_attach_to_the_same_draft_send_each_file_once_and_agree() {
        List<String> uploads = new CopyOnWriteArrayList<>();
        ann.context().onRequest(request -> {
            if (request.url().endsWith("/api/attachments") && request.method().equals("POST")) {
                uploads.add(request.url());
            }
        });
        Page second = ann.context().newPage();
        second.navigate(ann.page().url());
        assertThat(second.locator(".composer textarea")).isVisible();
        attach(ann.page(), "first.txt");
        attach(second, "second.txt");
        for (Page tab : List.of(ann.page(), second)) {
            assertThat(tab.locator(".attached.done")).hasCount(2);
        }
        second.locator(".composer textarea").press("Enter");
        Locator row = bob.page().locator(".row:has(.file)");
        assertThat(row).hasCount(1);
        assertThat(row).containsText("first.txt");
        assertThat(row).containsText("second.txt");
        for (Page tab : List.of(ann.page(), second)) {
            assertThat(tab.locator(".attached")).hasCount(0);
            assertThat(tab.locator(".row[data-seq] .file")).hasCount(2);
        }
        assertEquals(2, uploads.size());
        second.close();
    }

    @Test
    void somebody_who_is_removed_while_a_file_is_sent_learns_what_was_not_and_may_try_again() {
        List<Route> held = new CopyOnWriteArrayList<>();
        bob.page().route("**/api/attachments", held::add);
        attach(bob.page(), "plan.txt");
        bob.write("the plan");
        bob.page().waitForCondition(() -> !held.isEmpty());
        people.annsAccount
                .delete("rooms/" + room + "/members/" + people.bobsAccount.name())
                .expect(204);
        assertThat(bob.page().locator(".notice-card")).containsText("removed you from " + room);
        assertThat(bob.page().locator(".notice-card"))
                .containsText("1 message was not sent. If you come back, you can try again.");
        Axe.assertFindsNothing(bob.page());
        bob.page().unroute("**/api/attachments");
        held.forEach(Route::resume);
        bob.page().waitForCondition(() -> (Boolean) bob.page().evaluate(FAILED));
        assertThat(bob.page().locator(".toast")).hasCount(0);
        people.annsAccount
                .post("rooms/" + room + "/members", Json.of("username", people.bobsAccount.name()))
                .expect(201);
        bob.page().reload();
        assertThat(bob.message("the plan")).containsText("You’re not a member of this room.");
        bob.message("the plan").locator(".row-state button").first().click();
        assertThat(ann.message("the plan").locator(".file")).containsText("plan.txt");
    }

    /** Whether a stored message has failed. */
    private static final String FAILED =
            """
            async () => {
              const [{ name }] = await indexedDB.databases();
              const asked = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
              const database = await asked(indexedDB.open(name));
              const entries = await asked(database.transaction('outbox').objectStore('outbox').getAll());
              database.close();
              return entries.some(({ state }) => state === 'failed');
            }""";

    private static void attach(Page page, String... names) {
        FilePayload[] files = new FilePayload[names.length];
        for (int i = 0; i < names.length; i++) {
            files[i] = new FilePayload(names[i], "", "hello".getBytes(StandardCharsets.UTF_8));
        }
        page.locator(".composer input[type=file]").setInputFiles(files);
    }
}
