package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Ann downloads her room, and Bob makes a room of the file. */
@Tag("once")
@Tag("page")
@TestInstance(Lifecycle.PER_CLASS)
class RoomFilesInThePageIT {
    private final AnnAndBob people = new AnnAndBob("keepsake");
    private final Visitor ann = people.ann;
    private final Visitor bob = people.bob;

    @AfterAll
    void they_go() {
        people.close();
    }

    @Test
    @Tag("thorough")
    void a_room_is_downloaded_and_imported_and_another_file_is_refused() {
        people.annsAccount.post(people.room, "a cake for everybody");
        bob.button("Room settings").click();
        assertThat(bob.dialog().getByText("Leave room")).isVisible();
        assertThat(bob.dialog().getByText("Download this room")).hasCount(0);
        bob.page().keyboard().press("Escape");
        ann.button("Room settings").click();
        Axe.assertFindsNothing(ann.page());
        Download download = ann.page()
                .waitForDownload(
                        () -> ann.dialog().getByText("Download this room").click());
        assertEquals(people.room + ".zip", download.suggestedFilename());
        Path file = download.path();

        bob.button("Browse rooms").click();
        bob.dialog().getByText("Import a room").click();
        Locator dialog = bob.page().locator("import-room-dialog");
        Locator chosen = dialog.getByLabel("File of a room (.zip)");
        chosen.setInputFiles(new FilePayload("a.zip", "application/zip", "no zip".getBytes(StandardCharsets.UTF_8)));
        Axe.assertFindsNothing(bob.page());
        bob.exactButton("Import").click();
        assertThat(dialog.getByText("This file can’t become a room (must be a zip with room.json)."))
                .isVisible();
        chosen.setInputFiles(file);
        dialog.getByLabel("Name").fill(people.room);
        bob.exactButton("Import").click();
        assertThat(dialog.getByText("A room with this name already exists. Choose another."))
                .isVisible();
        dialog.getByLabel("Name").fill("");
        bob.exactButton("Import").click();
        assertThat(bob.page()).hasURL(Pattern.compile("#/rooms/" + people.room + "-2$"));
        assertThat(bob.message("a cake for everybody")).isVisible();
        assertThat(bob.page().getByText("imported the messages above from a file"))
                .isVisible();
        assertThat(bob.entry(people.room + "-2")).isVisible();
    }
}
