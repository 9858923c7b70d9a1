package org.parley.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;

/** Parts of picture files. */
final class Samples {
    static final String SECRET = "at home, 52.5 N";

    private Samples() {}

    /** Red on the left, blue on the right. */
    static BufferedImage halves(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width, height);
        pen.dispose();
        return image;
    }

    /** A segment of a JPEG, with the orientation and a text. */
    static byte[] exif(int orientation) {
        byte[] tiff = concat(
                text("MM"),
                new byte[] {0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0},
                new byte[4],
                text(SECRET));
        byte[] block = concat(text("Exif\0\0"), tiff);
        return concat(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (block.length + 2)}, block);
    }

    static byte[] chunk(String name, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] named = concat(text(name), content);
        CRC32 sum = new CRC32();
        sum.update(named);
        try {
            DataOutputStream data = new DataOutputStream(out);
            data.writeInt(content.length);
            data.write(named);
            data.writeInt((int) sum.getValue());
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return out.toByteArray();
    }

    static byte[] riff(byte[] chunks) {
        return concat(text("RIFF"), WebpChunks.little(chunks.length + 4, 4), text("WEBP"), chunks);
    }

    static byte[] riffChunk(String name, byte[] content) {
        return concat(text(name), WebpChunks.little(content.length, 4), content, new byte[content.length % 2]);
    }

    static byte[] after(byte[] octets, int from) {
        return Arrays.copyOfRange(octets, from, octets.length);
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] decoded(String text) {
        return Base64.getDecoder().decode(text);
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
