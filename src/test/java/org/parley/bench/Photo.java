package org.parley.bench;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.SplittableRandom;

/** Pictures that are as hard to encode as those of phones: large and small things, and the noise of a sensor. */
final class Photo {
    private static final int THINGS = 200;
    private static final int BYTE = 256;

    private Photo() {}

    /** The same for the same seed. @param noise how far each pixel may differ from its neighbours; 0 for a drawing */
    static BufferedImage of(int width, int height, int noise, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        draw(photo, random);
        if (noise > 0) {
            int[] pixels = ((DataBufferInt) photo.getRaster().getDataBuffer()).getData();
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = grained(pixels[i], random.nextInt(2 * noise + 1) - noise);
            }
        }
        return photo;
    }

    private static void draw(BufferedImage photo, SplittableRandom random) {
        int width = photo.getWidth();
        int height = photo.getHeight();
        Graphics2D brush = photo.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        brush.setPaint(new GradientPaint(0, 0, colour(random), 0, height, colour(random)));
        brush.fillRect(0, 0, width, height);
        for (int i = 1; i <= THINGS; i++) {
            brush.setColor(colour(random));
            int size = Math.max(2, width / i);
            brush.fillOval(random.nextInt(width), random.nextInt(height), size, size / 2 + random.nextInt(size));
        }
        brush.dispose();
    }

    private static Color colour(SplittableRandom random) {
        return new Color(random.nextInt(BYTE), random.nextInt(BYTE), random.nextInt(BYTE));
    }

    private static int grained(int pixel, int grain) {
        return part(pixel >> 16, grain) << 16 | part(pixel >> 8, grain) << 8 | part(pixel, grain);
    }

    private static int part(int pixel, int grain) {
        return Math.max(0, Math.min(BYTE - 1, (pixel & BYTE - 1) + grain));
    }
}
