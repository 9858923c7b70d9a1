package org.parley.pictures;

import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.parley.problems.Refusal;

/**
 * Makes a picture without metadata of an upload, and a thumbnail. The pixels of JPEG are encoded anew. PNG, GIF and
 * WebP keep theirs, in a file of nothing else: so animations and 16 bits of colour stay, and nothing gets worse (ADR
 * 15).
 *
 * <p>One picture is decoded at a time, because a decoder takes some hundred MiB for the largest ones.
 */
@ApplicationScoped
public class MakingPictures {
    /** The longest side of a thumbnail, in pixels. */
    static final int THUMBNAIL = 720;

    /** The side of a square picture, in pixels. */
    static final int SQUARE = 256;

    private static final int PATIENCE_SECONDS = 20;
    private static final float QUALITY = 0.9f;
    private static final float THUMBNAIL_QUALITY = 0.8f;
    /** For a thumbnail of a picture with more pixels, every other pixel is enough. */
    private static final long MANY_PIXELS = Shape.MOST_PIXELS / 4;

    private final Semaphore turn = new Semaphore(1, true);

    /**
     * Makes a picture.
     *
     * @param sent the upload
     * @param type what its content is
     * @param made the picture will be here, and the thumbnail there
     * @return empty if the upload becomes no picture: another type, malformed, too many pixels
     * @throws IOException if the two files cannot be written
     * @throws Refusal {@code unavailable} if too many pictures wait
     */
    public Optional<Picture> make(Path sent, String type, Path made, Path thumbnail) throws IOException {
        return inTurn(type, format -> make(format, sent, made, thumbnail));
    }

    /**
     * Makes a small square of the middle of a picture, and of the first frame of an animation.
     *
     * @param free a file for what is needed on the way
     * @return its type; empty if the upload becomes no picture
     * @throws IOException if the two files cannot be written
     * @throws Refusal {@code unavailable} if too many pictures wait
     */
    public Optional<String> square(Path sent, String type, Path made, Path free) throws IOException {
        return inTurn(type, format -> square(format, sent, made, free));
    }

    private interface Work<T> {
        T of(Format format) throws IOException, NoPicture;
    }

    private <T> Optional<T> inTurn(String type, Work<T> work) throws IOException {
        Optional<Format> format = Format.of(type);
        if (format.isEmpty()) {
            return Optional.empty();
        }
        takeTurn();
        try {
            return Optional.of(work.of(format.get()));
        } catch (NoPicture | EOFException malformed) {
            return Optional.empty();
        } finally {
            turn.release();
        }
    }

    private void takeTurn() {
        try {
            if (!turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Refusal.unavailable();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Refusal.unavailable();
        }
    }

    private static Picture make(Format format, Path sent, Path made, Path thumbnail) throws IOException, NoPicture {
        Shape shape = format == Format.JPEG ? JpegSegments.look(sent) : copied(format, sent, made);
        if (format == Format.JPEG || !shape.upright()) {
            return anew(format, format == Format.JPEG ? sent : made, shape, made, thumbnail);
        }
        String small = thumbnail(firstFrame(format, made, shape, thumbnail), thumbnail);
        return new Picture(format.type(), shape.width(), shape.height(), small);
    }

    private static Shape copied(Format format, Path sent, Path made) throws IOException, NoPicture {
        if (format == Format.WEBP) {
            return WebpChunks.copy(sent, made);
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(made))) {
            return format == Format.PNG ? PngChunks.copy(sent, out) : GifBlocks.copy(sent, out);
        }
    }

    /** Decodes all pixels, and encodes them upright. */
    private static Picture anew(Format format, Path source, Shape shape, Path made, Path thumbnail)
            throws IOException, NoPicture {
        BufferedImage image = Codecs.read(format, source, 1);
        if (image.getWidth() != shape.width() || image.getHeight() != shape.height()) {
            throw new NoPicture("The decoder sees another size");
        }
        boolean plain = shape.upright() && image.getColorModel().getColorSpace().isCS_sRGB();
        BufferedImage upright = plain ? image : Drawing.upright(image, shape.orientation());
        boolean lossless = format == Format.PNG || upright.getColorModel().hasAlpha();
        Format target = lossless ? Format.PNG : Format.JPEG;
        Codecs.write(upright, target, QUALITY, made);
        return new Picture(target.type(), upright.getWidth(), upright.getHeight(), thumbnail(upright, thumbnail));
    }

    /** @param free a file for what is needed on the way */
    private static BufferedImage firstFrame(Format format, Path file, Shape shape, Path free)
            throws IOException, NoPicture {
        boolean moving = format == Format.WEBP && WebpStill.write(file, shape, free);
        int every = (long) shape.width() * shape.height() > MANY_PIXELS ? 2 : 1;
        BufferedImage image = Codecs.read(format, moving ? free : file, every);
        Shape.Frame frame = shape.first();
        if (frame.width() == shape.width() && frame.height() == shape.height()) {
            return image;
        }
        return Drawing.placed(
                image,
                frame.left() / every,
                frame.top() / every,
                (shape.width() + every - 1) / every,
                (shape.height() + every - 1) / every);
    }

    /** @return its type */
    private static String thumbnail(BufferedImage image, Path thumbnail) throws IOException {
        return small(Drawing.scaled(image, THUMBNAIL), thumbnail);
    }

    private static String small(BufferedImage image, Path file) throws IOException {
        BufferedImage small = Drawing.opaque(image);
        Format format = small.getColorModel().hasAlpha() ? Format.PNG : Format.JPEG;
        Codecs.write(small, format, THUMBNAIL_QUALITY, file);
        return format.type();
    }

    private static String square(Format format, Path sent, Path made, Path free) throws IOException, NoPicture {
        Shape shape = format == Format.JPEG ? JpegSegments.look(sent) : copied(format, sent, made);
        BufferedImage image = firstFrame(format, format == Format.JPEG ? sent : made, shape, free);
        BufferedImage middle = Drawing.middle(Drawing.upright(image, shape.orientation()));
        return small(Drawing.scaled(middle, SQUARE), made);
    }
}
