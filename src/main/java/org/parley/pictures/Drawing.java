package org.parley.pictures;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Turns and scales pixels. The results are sRGB, with 8 bits for a colour. */
final class Drawing {
    private Drawing() {}

    /** Turns a picture upright, and brings its colours into sRGB. */
    static BufferedImage upright(BufferedImage image, int orientation) {
        boolean lying = orientation > 4;
        BufferedImage upright = canvas(
                lying ? image.getHeight() : image.getWidth(), lying ? image.getWidth() : image.getHeight(), image);
        draw(image, upright, turn(orientation, image.getWidth(), image.getHeight()));
        return upright;
    }

    /** As Exif numbers them: where row 0 and column 0 of what the camera saw have gone. */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    /** The largest square in the middle. */
    static BufferedImage middle(BufferedImage image) {
        int side = Math.min(image.getWidth(), image.getHeight());
        return image.getSubimage((image.getWidth() - side) / 2, (image.getHeight() - side) / 2, side, side);
    }

    /** A frame at its place in the whole picture, where it is smaller. */
    static BufferedImage placed(BufferedImage image, int left, int top, int width, int height) {
        if (image.getWidth() == width && image.getHeight() == height) {
            return image;
        }
        BufferedImage whole = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        draw(image, whole, AffineTransform.getTranslateInstance(left, top));
        return whole;
    }

    /** Makes a picture smaller by halves, so that every pixel counts. It never makes one larger. */
    static BufferedImage scaled(BufferedImage image, int side) {
        double scale = Math.min(1, (double) side / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage now = image;
        while (now.getWidth() > 2 * width && now.getHeight() > 2 * height) {
            now = resized(now, now.getWidth() / 2, now.getHeight() / 2);
        }
        return resized(now, width, height);
    }

    private static BufferedImage resized(BufferedImage image, int width, int height) {
        BufferedImage resized = canvas(width, height, image);
        Graphics2D pen = resized.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return resized;
    }

    /** Without what nobody can see through: JPEG has no transparency. */
    static BufferedImage opaque(BufferedImage image) {
        if (!image.getColorModel().hasAlpha() || seenThrough(image)) {
            return image;
        }
        BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        draw(image, opaque, new AffineTransform());
        return opaque;
    }

    private static boolean seenThrough(BufferedImage image) {
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int pixel : row) {
                if (pixel >>> 24 != 0xFF) {
                    return true;
                }
            }
        }
        return false;
    }

    private static BufferedImage canvas(int width, int height, BufferedImage like) {
        return new BufferedImage(
                width,
                height,
                like.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    }

    private static void draw(BufferedImage image, BufferedImage onto, AffineTransform how) {
        Graphics2D pen = onto.createGraphics();
        pen.drawImage(image, how, null);
        pen.dispose();
    }
}
