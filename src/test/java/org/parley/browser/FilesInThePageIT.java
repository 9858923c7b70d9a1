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
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.parley.harness.Json;
import org.parley.harness.Person;
import org.parley.harness.Uploads;

/** Ann attaches files, and both see them. */
@Tag("once")
@Tag("page")
@TestInstance(Lifecycle.PER_CLASS)
class FilesInThePageIT {
    private static final byte[] PICTURE = Uploads.png(800, 400);
    private static final FilePayload PLAN = file("plan.txt", "at noon");

    private final AnnAndBob people = new AnnAndBob("files");
    private final Person annsAccount = people.annsAccount;
    private final Visitor ann = people.ann;
    private final Visitor bob = people.bob;
    private final Page page = ann.page();
    private String room;

    @BeforeEach
    void they_meet() {
        page.reload();
        room = people.meet();
    }

    @AfterAll
    void they_go() {
        people.close();
    }

    @Test
    void two_files_arrive_with_their_message_and_nothing_moves_when_the_picture_loads() {
        List<Route> held = new CopyOnWriteArrayList<>();
        bob.page().route("**/thumbnail", held::add);
        attach(new FilePayload("tea.png", "image/png", PICTURE), PLAN);
        assertThat(tray()).hasCount(2);
        assertThat(tray().first().locator("img")).isVisible();
        ann.composer().press("Enter");
        assertThat(tray()).hasCount(0);
        Locator row = bob.page().locator(".row").last();
        Locator picture = row.locator("img");
        assertThat(picture).hasAttribute("alt", "tea.png");
        assertThat(row.locator("a.file")).containsText("plan.txt");
        bob.page().waitForCondition(() -> !held.isEmpty());
        assertEquals(180, picture.boundingBox().height);
        double before = row.boundingBox().height;
        held.forEach(Route::resume);
        bob.page().waitForCondition(() -> (Integer) picture.evaluate("image => image.naturalWidth") > 0);
        assertEquals(before, row.boundingBox().height);
        ann.open("#/rooms/" + room);
        assertThat(page.locator(".row[data-seq] .files .file")).containsText("plan.txt");
        bob.assertClean();
    }

    @Test
    @Tag("thorough")
    void what_is_refused_is_told_in_words_and_can_be_tried_again() {
        page.route(
                "**/api/server",
                route -> answer(
                        route,
                        200,
                        Json.of("limits", Json.of("body", 8000, "attachment", 5, "attachments", 2, "storage", 6))
                                .toString()));
        page.route("**/users/me/storage", route -> answer(route, 200, "{\"used\":3,\"most\":6}"));
        page.reload();
        attach(PLAN, file("a.txt", "a"), file("full.txt", "full"), file("b.txt", "b"), file("c.txt", "c"));
        assertThat(page.locator(".left-out p")).hasText(new String[] {
            "plan.txt is too large. A file may have up to 5 bytes.",
            "full.txt was left out: 3 bytes of the 6 bytes for your files are free. Delete messages with files to make room.",
            "c.txt was left out: a message may have up to 2 files."
        });
        assertThat(page.locator(".attached.done")).hasCount(2);
        ann.button("Remove a.txt").click();
        ann.button("Remove b.txt").click();
        assertThat(tray()).hasCount(0);
        page.route("**/api/attachments", route -> answer(route, 413, "{\"code\":\"too_large\"}"));
        attach(file("d.txt", "d"));
        assertThat(tray()).containsText("This is too large.");
        assertThat(ann.button("Send")).isDisabled();
        page.unroute("**/api/attachments");
        page.route("**/api/attachments", route -> answer(route, 413, "{\"code\":\"too_large\",\"left\":0}"));
        ann.button("Upload d.txt again").click();
        assertThat(tray()).containsText("There is no room left for this file.");
        page.unroute("**/api/attachments");
        ann.button("Upload d.txt again").click();
        ann.composer().press("Enter");
        assertThat(bob.page().locator(".row .file")).containsText("d.txt");
    }

    @Test
    @Tag("thorough")
    void a_message_waits_for_its_files_over_a_reload_and_holds_up_no_other() {
        page.route("**/api/attachments", Route::abort);
        attach(PLAN);
        ann.composer().fill("with the plan");
        stored();
        page.reload();
        assertThat(tray()).containsText("plan.txt");
        assertThat(ann.composer()).hasValue("with the plan");
        ann.composer().press("Enter");
        ann.write("no plan");
        assertThat(bob.message("no plan")).isVisible();
        page.reload();
        assertThat(ann.message("with the plan").locator(".file")).containsText("plan.txt");
        assertThat(bob.message("with the plan")).hasCount(0);
        page.unroute("**/api/attachments");
        page.reload();
        assertThat(bob.message("with the plan").locator("a.file")).containsText("plan.txt");
    }

    @Test
    @Tag("thorough")
    void pictures_are_shown_in_full_by_keys_and_the_focus_goes_back() {
        Uploads.post(annsAccount, room, "", picture("one.png"), picture("two.png"));
        assertThat(bob.page().locator(".row").last()).hasAccessibleName(Pattern.compile("2 pictures"));
        Locator pictures = page.locator(".picture");
        assertThat(pictures).hasCount(2);
        ann.composer().press("Shift+Tab");
        pictures.first().focus();
        page.keyboard().press("Enter");
        Locator dialog = ann.dialog();
        assertThat(dialog.locator("h2")).hasText("one.png");
        page.keyboard().press("ArrowRight");
        assertThat(dialog.locator("img")).hasAttribute("alt", "two.png");
        assertThat(dialog).containsText("2 of 2");
        double fitted = dialog.locator("img").boundingBox().width;
        page.keyboard().press("+");
        page.waitForCondition(() -> dialog.locator("img").boundingBox().width > fitted);
        Axe.assertFindsNothing(page);
        page.keyboard().press("Escape");
        assertThat(dialog).hasCount(0);
        assertThat(pictures.first()).isFocused();
        annsAccount.delete("rooms/" + room + "/messages/1").expect(204);
        assertThat(pictures).hasCount(0);
    }

    @Test
    void the_list_of_files_leads_to_their_messages_and_follows_the_room() {
        Uploads.post(annsAccount, room, "", picture("one.png"));
        Uploads.post(annsAccount, room, "", Uploads.id(annsAccount, "plan.txt", "at noon"));
        assertThat(page.locator(".row .file")).hasCount(1);
        page.keyboard().press("Control+Shift+L");
        Locator filed = page.locator(".filed .file-name");
        assertThat(filed).hasText(new String[] {"plan.txt", "one.png"});
        ann.exactButton("Pictures").click();
        assertThat(filed).hasText(new String[] {"one.png"});
        ann.exactButton("Audio and video").click();
        assertThat(page.locator(".filed-list")).containsText("No such files here.");
        ann.exactButton("All").click();
        assertThat(filed).hasCount(2);
        Uploads.post(annsAccount, room, "", Uploads.id(annsAccount, "late.txt", "late"));
        assertThat(filed).hasText(new String[] {"late.txt", "plan.txt", "one.png"});
        annsAccount.delete("rooms/" + room + "/messages/2").expect(204);
        assertThat(filed).hasText(new String[] {"late.txt", "one.png"});
        page.getByLabel("Go to the message with one.png").click();
        assertThat(page.locator(".row[data-seq='1']")).isFocused();
        ann.button("Close the list of files").click();
        assertThat(filed).hasCount(0);
        assertThat(ann.exactButton("Files")).isFocused();
    }

    @Test
    @Tag("thorough")
    void axe_finds_nothing_on_a_wide_page_and_on_a_phone() {
        Uploads.post(annsAccount, room, "look", picture("one.png"), picture("two.png"), picture("three.png"));
        Uploads.post(annsAccount, room, "", Uploads.id(annsAccount, "a-very-long-name-".repeat(8) + ".txt", "x"));
        attach(new FilePayload("tea.png", "image/png", PICTURE), PLAN);
        assertThat(tray()).hasCount(2);
        for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            for (int width : new int[] {1280, 320}) {
                page.setViewportSize(width, 800);
                Axe.assertFindsNothing(page);
                assertTrue((Integer) page.evaluate("document.documentElement.scrollWidth") <= width);
                page.keyboard().press("Control+Shift+L");
                assertThat(page.locator(".filed")).hasCount(4);
                Axe.assertFindsNothing(page);
                assertTrue((Integer) page.evaluate("document.documentElement.scrollWidth") <= width);
                page.keyboard().press("Control+Shift+L");
                assertThat(page.locator(".filed")).hasCount(0);
            }
        }
    }

    private void attach(FilePayload... files) {
        page.locator(".composer input[type=file]").setInputFiles(files);
    }

    /** Waits until the browser has stored the file. */
    private void stored() {
        page.waitForCondition(
                () -> (Boolean)
                        page.evaluate(
                                """
                async () => {
                  const [{ name }] = await indexedDB.databases();
                  const asked = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
                  const database = await asked(indexedDB.open(name));
                  return (await asked(database.transaction('outbox').objectStore('outbox').count())) > 0;
                }"""));
    }

    private Locator tray() {
        return page.locator(".attached");
    }

    private String picture(String name) {
        return Uploads.put(annsAccount, name, PICTURE).path("id").asText();
    }

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(Route route, int status, String json) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(status)
                .setContentType("application/json")
                .setBody(json));
    }
}
