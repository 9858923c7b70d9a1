package org.parley.pictures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.pictures.Samples.SECRET;
import static org.parley.pictures.Samples.after;
import static org.parley.pictures.Samples.chunk;
import static org.parley.pictures.Samples.concat;
import static org.parley.pictures.Samples.decoded;
import static org.parley.pictures.Samples.exif;
import static org.parley.pictures.Samples.halves;
import static org.parley.pictures.Samples.riff;
import static org.parley.pictures.Samples.riffChunk;
import static org.parley.pictures.Samples.text;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.harness.Uploads;

/** What becomes of pictures. The secret is in every place where metadata can be. */
class MakingPicturesTest {
    private static final byte[] WEBP = decoded("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
    private static final byte[] LOSSLESS = decoded("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
    private static final byte[] MOVING = decoded("UklGRlIAAABXRUJQVlA4WAoAAAASAAAAAAAAAAAAQU5JTQYAAAD/////AABBTk1GJgAA"
            + "AAAAAAAAAAAAAAAAAGQAAABWUDhMDQAAAC8AAAAQBxAREYiI/gcA");

    @TempDir
    Path folder;

    private final MakingPictures making = new MakingPictures();

    @Test
    void a_png_keeps_its_pixels_and_nothing_else() throws IOException {
        byte[] plain = Uploads.encoded(halves(40, 20), "png");
        byte[] told = concat(Arrays.copyOf(plain, 33), chunk("tEXt", text("Comment\0" + SECRET)), after(plain, 33));
        Picture picture = make("image/png", concat(told, text("PK" + SECRET))).orElseThrow();
        assertEquals(new Picture("image/png", 40, 20, "image/jpeg"), picture);
        assertArrayEquals(plain, made());
        assertEquals(40, thumbnail().getWidth());
    }

    @Test
    void a_png_with_a_wrong_sum_is_no_picture() throws IOException {
        byte[] wrong = Uploads.png(3, 3);
        wrong[wrong.length - 20]++;
        assertEquals(Optional.empty(), make("image/png", wrong));
    }

    @Test
    void what_one_can_see_through_stays_so() throws IOException {
        BufferedImage clear = new BufferedImage(2000, 1000, BufferedImage.TYPE_INT_ARGB);
        assertEquals(
                "image/png",
                make("image/png", Uploads.encoded(clear, "png")).orElseThrow().thumbnailType());
        assertEquals(720, thumbnail().getWidth());
        assertEquals(360, thumbnail().getHeight());
        assertEquals(0, thumbnail().getRGB(1, 1) >>> 24);
    }

    /** How the halves, red on the left and blue on the right, lie after the picture was turned. */
    @ParameterizedTest
    @CsvSource({
        "1, 40, 20, red, blue", "2, 40, 20, blue, red", "3, 40, 20, blue, red", "4, 40, 20, red, blue",
        "5, 20, 40, red, blue", "6, 20, 40, red, blue", "7, 20, 40, blue, red", "8, 20, 40, blue, red"
    })
    void a_photo_is_turned_upright(int orientation, int width, int height, String first, String last)
            throws IOException {
        byte[] jpeg = Uploads.encoded(halves(40, 20), "jpeg");
        byte[] photo = concat(Arrays.copyOf(jpeg, 2), exif(orientation), after(jpeg, 2), text(SECRET));
        Picture picture = make("image/jpeg", photo).orElseThrow();
        assertEquals(new Picture("image/jpeg", width, height, "image/jpeg"), picture);
        assertFalse(new String(made(), StandardCharsets.ISO_8859_1).contains(SECRET));
        assertFalse(new String(made(), StandardCharsets.ISO_8859_1).contains("Exif"));
        for (BufferedImage image : new BufferedImage[] {read(made()), thumbnail()}) {
            assertEquals(width, image.getWidth());
            assertColour(first, image.getRGB(2, 2));
            assertColour(last, image.getRGB(width - 3, height - 3));
        }
    }

    private static void assertColour(String expected, int rgb) {
        Color colour = new Color(rgb);
        assertEquals(expected, colour.getRed() > colour.getBlue() ? "red" : "blue", colour::toString);
    }

    @Test
    void a_png_is_turned_upright_without_loss() throws IOException {
        byte[] plain = Uploads.encoded(halves(40, 20), "png");
        byte[] block = after(exif(6), 10);
        byte[] told = concat(Arrays.copyOf(plain, 33), chunk("eXIf", block), after(plain, 33));
        assertEquals(
                new Picture("image/png", 20, 40, "image/jpeg"),
                make("image/png", told).orElseThrow());
        assertColour("red", read(made()).getRGB(2, 2));
    }

    @Test
    void a_gif_keeps_its_frames_and_its_repeats() throws IOException {
        byte[] gif = Uploads.encoded(halves(40, 20), "gif");
        int colours = 13 + 3 * (2 << (gif[10] & 7));
        byte[] loop = concat(new byte[] {0x21, (byte) 0xFF, 11}, text("NETSCAPE2.0"), new byte[] {3, 1, 0, 0, 0});
        byte[] comment = concat(new byte[] {0x21, (byte) 0xFE, (byte) SECRET.length()}, text(SECRET), new byte[1]);
        byte[] program = concat(new byte[] {0x21, (byte) 0xFF, 11}, text("XMP DataXMP"), comment);
        byte[] frames = Arrays.copyOfRange(gif, colours, gif.length - 1);
        byte[] begin = concat(Arrays.copyOf(gif, colours), loop);
        byte[] told = concat(
                begin,
                comment,
                Arrays.copyOfRange(program, 0, 14),
                new byte[] {(byte) SECRET.length()},
                text(SECRET),
                new byte[1],
                frames,
                frames,
                text(";PK" + SECRET));
        assertEquals(
                new Picture("image/gif", 40, 20, "image/jpeg"),
                make("image/gif", told).orElseThrow());
        assertArrayEquals(concat(begin, frames, frames, text(";")), made());
        assertColour("red", thumbnail().getRGB(2, 2));
    }

    @Test
    void a_webp_keeps_its_pixels_and_nothing_else() throws IOException {
        for (byte[] plain : new byte[][] {WEBP, LOSSLESS}) {
            Picture picture = make("image/webp", concat(plain, text(SECRET))).orElseThrow();
            assertEquals("image/webp", picture.type());
            assertEquals(1, picture.width());
            assertArrayEquals(plain, made());
        }
    }

    @Test
    void a_webp_loses_exif_and_xmp() throws IOException {
        byte[] told = riff(concat(
                riffChunk("VP8X", new byte[] {0x2C, 0, 0, 0, 0, 0, 0, 0, 0, 0}),
                riffChunk("ICCP", text(SECRET)),
                after(WEBP, 12),
                riffChunk("EXIF", text(SECRET)),
                riffChunk("XMP ", text(SECRET + "!"))));
        assertEquals("image/webp", make("image/webp", told).orElseThrow().type());
        byte[] bare = riff(concat(riffChunk("VP8X", new byte[10]), after(WEBP, 12)));
        assertArrayEquals(bare, made());
    }

    @Test
    void a_webp_that_lies_on_its_side_becomes_another_picture() throws IOException {
        byte[] told = riff(concat(
                riffChunk("VP8X", new byte[] {0x08, 0, 0, 0, 0, 0, 0, 0, 0, 0}),
                after(WEBP, 12),
                riffChunk("EXIF", after(exif(6), 10))));
        assertEquals("image/jpeg", make("image/webp", told).orElseThrow().type());
        assertEquals(1, read(made()).getWidth());
    }

    @Test
    void a_moving_webp_keeps_moving() throws IOException {
        Picture picture = make("image/webp", MOVING).orElseThrow();
        assertEquals(new Picture("image/webp", 1, 1, picture.thumbnailType()), picture);
        assertArrayEquals(MOVING, made());
    }

    @Test
    void twenty_five_million_pixels_are_enough() throws IOException {
        Picture picture = make("image/png", Uploads.png(5000, 5000)).orElseThrow();
        assertEquals(5000, picture.width());
        assertEquals(720, thumbnail().getWidth());
        assertEquals(Optional.empty(), make("image/png", Uploads.png(25_000_001, 1)));
    }

    @Test
    void sizes_that_only_a_head_tells_are_not_believed() throws IOException {
        byte[] bomb = Uploads.encoded(halves(40, 20), "gif");
        bomb[6] = bomb[7] = bomb[8] = bomb[9] = (byte) 0xFF;
        assertEquals(Optional.empty(), make("image/gif", bomb));
        byte[] jpeg = Uploads.encoded(halves(40, 20), "jpeg");
        for (int at = 0; at < jpeg.length - 8; at++) {
            if ((jpeg[at] & 0xFF) == 0xFF && (jpeg[at + 1] & 0xFF) == 0xC0) {
                Arrays.fill(jpeg, at + 5, at + 9, (byte) 0xFF);
            }
        }
        assertEquals(Optional.empty(), make("image/jpeg", jpeg));
        byte[] webp = riff(concat(
                riffChunk("VP8X", new byte[] {0, 0, 0, 0, (byte) 0xFF, (byte) 0xFF, 0, (byte) 0xFF, (byte) 0xFF, 0}),
                after(WEBP, 12)));
        assertEquals(Optional.empty(), make("image/webp", webp));
    }

    @Test
    void a_jpeg_of_very_many_scans_is_no_picture() throws IOException {
        byte[] jpeg = Uploads.encoded(halves(40, 20), "jpeg");
        byte[] scan = {(byte) 0xFF, (byte) 0xDA, 0, 2};
        ByteArrayOutputStream scans = new ByteArrayOutputStream();
        scans.writeBytes(Arrays.copyOf(jpeg, jpeg.length - 2));
        for (int i = 0; i < 100; i++) {
            scans.writeBytes(scan);
        }
        assertEquals(Optional.empty(), make("image/jpeg", scans.toByteArray()));
    }

    @Test
    void a_square_is_the_middle_of_what_one_sees_and_has_no_metadata() throws IOException {
        byte[] jpeg = Uploads.encoded(halves(900, 600), "jpeg");
        byte[] photo = concat(Arrays.copyOf(jpeg, 2), exif(6), after(jpeg, 2), text(SECRET));
        assertEquals(Optional.of("image/jpeg"), square("image/jpeg", photo));
        assertFalse(new String(made(), StandardCharsets.ISO_8859_1).contains(SECRET));
        BufferedImage square = read(made());
        assertEquals(256, square.getWidth());
        assertEquals(256, square.getHeight());
        assertColour("red", square.getRGB(2, 2));
        assertColour("blue", square.getRGB(2, 253));
    }

    @Test
    void a_square_of_a_small_picture_stays_small_and_what_one_can_see_through_stays_so() throws IOException {
        byte[] clear = Uploads.encoded(new BufferedImage(40, 30, BufferedImage.TYPE_INT_ARGB), "png");
        assertEquals(Optional.of("image/png"), square("image/png", clear));
        assertEquals(30, read(made()).getWidth());
        assertEquals(0, read(made()).getRGB(1, 1) >>> 24);
    }

    @Test
    void an_animation_becomes_a_square_that_stands_still() throws IOException {
        assertEquals(Optional.of("image/jpeg"), square("image/gif", Uploads.encoded(halves(40, 20), "gif")));
        assertEquals(20, read(made()).getWidth());
        assertTrue(square("image/webp", MOVING).isPresent());
        assertEquals(1, read(made()).getWidth());
    }

    @Test
    void no_square_is_made_of_too_many_pixels_or_of_what_is_no_picture() throws IOException {
        assertTrue(square("image/png", Uploads.png(5000, 5000)).isPresent());
        assertEquals(256, read(made()).getWidth());
        assertEquals(Optional.empty(), square("image/png", Uploads.png(25_000_001, 1)));
        assertEquals(Optional.empty(), square("image/svg+xml", text("<svg xmlns='http://www.w3.org/2000/svg'/>")));
        assertEquals(Optional.empty(), square("image/png", text("<html>")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "webp"})
    void what_is_cut_anywhere_breaks_nothing(String format) throws IOException {
        byte[] whole = format.equals("webp") ? MOVING : Uploads.encoded(halves(8, 4), format);
        for (int length = 0; length < whole.length; length++) {
            make("image/" + format, Arrays.copyOf(whole, length));
            byte[] spoiled = whole.clone();
            spoiled[length] ^= 0x55;
            make("image/" + format, spoiled);
        }
        assertTrue(make("image/" + format, whole).isPresent());
    }

    private Optional<Picture> make(String type, byte[] content) throws IOException {
        Path sent = Files.write(folder.resolve("sent"), content);
        return making.make(sent, type, folder.resolve("made"), folder.resolve("thumbnail"));
    }

    private Optional<String> square(String type, byte[] content) throws IOException {
        Path sent = Files.write(folder.resolve("sent"), content);
        return making.square(sent, type, folder.resolve("made"), folder.resolve("free"));
    }

    private byte[] made() throws IOException {
        return Files.readAllBytes(folder.resolve("made"));
    }

    private BufferedImage thumbnail() throws IOException {
        return ImageIO.read(folder.resolve("thumbnail").toFile());
    }

    private static BufferedImage read(byte[] image) throws IOException {
        return ImageIO.read(new java.io.ByteArrayInputStream(image));
    }
}
