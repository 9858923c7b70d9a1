package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.parley.harness.Uploads;

/** Ann chooses a picture of herself and an emoji for her room, without a mouse, and Bob sees both at once. */
@Tag("once")
@Tag("page")
@TestInstance(Lifecycle.PER_CLASS)
class PicturesOfPeopleIT {
    private final AnnAndBob people = new AnnAndBob("faces");
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
    void a_picture_takes_the_place_of_the_initials_everywhere_and_goes_again() throws IOException {
        ann.write("before the picture");
        Locator face = bob.message("before the picture").locator(".avatar");
        assertThat(face).isVisible();
        assertThat(face.locator("img")).hasCount(0);
        settings();
        choose("not.png", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8));
        assertThat(ann.dialog().getByRole(AriaRole.ALERT)).containsText("PNG, JPEG, GIF or WebP");
        choose("me.png", Uploads.encoded(halves(), "png"));
        Locator canvas = ann.dialog().locator("canvas");
        assertThat(canvas).isFocused();
        for (int i = 0; i < 10; i++) {
            canvas.press("ArrowLeft");
        }
        ann.dialog().getByLabel("Zoom").press("ArrowRight");
        Axe.assertFindsNothing(ann.page());
        ann.button("Save picture").click();
        assertThat(ann.button("Change picture")).isFocused();
        assertThat(face.locator("img.loaded")).isVisible();
        assertThat(bob.page().locator(".member .avatar img.loaded")).hasCount(1);
        assertEquals("blue", colour(face.locator("img").getAttribute("src")));
        ann.button("Remove picture").click();
        assertThat(ann.button("Choose a picture")).isFocused();
        assertThat(face.locator("img")).hasCount(0);
        ann.page().keyboard().press("Escape");
    }

    private void settings() {
        ann.page().locator(".me").click();
        assertThat(ann.dialog()).isVisible();
    }

    private void choose(String name, byte[] content) {
        ann.dialog().locator("input[type=file]").setInputFiles(new FilePayload(name, "image/png", content));
    }

    /** Red on the left, blue on the right. */
    private static BufferedImage halves() {
        BufferedImage image = new BufferedImage(900, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, 450, 300);
        pen.setColor(Color.BLUE);
        pen.fillRect(450, 0, 450, 300);
        pen.dispose();
        return image;
    }

    /** The colour at the left edge of a picture, where red would be if the arrow keys had done nothing. */
    private String colour(String address) throws IOException {
        byte[] picture = Uploads.get(people.bobsAccount, "../" + address.substring("api/".length()))
                .body();
        Color colour = new Color(ImageIO.read(new ByteArrayInputStream(picture)).getRGB(20, 128));
        return colour.getRed() > colour.getBlue() ? "red" : "blue";
    }

    @Test
    @Tag("thorough")
    void an_emoji_of_a_room_is_in_the_list_and_in_the_head() {
        ann.button("Room settings").click();
        ann.button("Choose an emoji").click();
        ann.page().locator("emoji-picker input[type=search]").fill("rocket");
        ann.page().keyboard().press("Enter");
        ann.exactButton("Save").click();
        assertThat(bob.entry(room).locator(".room-emoji")).hasText("🚀");
        assertThat(bob.page().locator(".room-title .room-emoji")).hasText("🚀");
        assertThat(bob.message("chose an emoji for the room")).containsText("🚀");
        ann.button("Remove emoji").click();
        ann.exactButton("Save").click();
        assertThat(bob.entry(room).locator(".room-emoji")).hasCount(0);
        ann.page().keyboard().press("Escape");
    }
}
