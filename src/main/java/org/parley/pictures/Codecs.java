package org.parley.pictures;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.FileImageOutputStream;

/**
 * Decodes and encodes pixels: with the JDK, and WebP with TwelveMonkeys. Callers have checked how many pixels there
 * are.
 */
final class Codecs {
    static {
        // The JDK keeps what it finds here for as long as it runs, so it must find nothing of this application.
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            ImageIO.getReaderFormatNames();
        } finally {
            thread.setContextClassLoader(own);
        }
    }

    private Codecs() {}

    /**
     * The first frame.
     *
     * @param every takes each so manieth pixel of a row, and each so manieth row
     * @throws NoPicture if the decoder fails, in whatever way
     */
    static BufferedImage read(Format format, Path file, int every) throws IOException, NoPicture {
        ImageReader reader = reader(format);
        try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
            // The texts of a JPEG say nothing about its pixels. Those of the other formats are gone already.
            reader.setInput(in, false, format == Format.JPEG);
            ImageReadParam wanted = reader.getDefaultReadParam();
            wanted.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, wanted);
        } catch (IOException | RuntimeException broken) {
            throw new NoPicture(broken);
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(Format format) throws IOException {
        if (format == Format.WEBP) {
            return new WebPImageReaderSpi().createReaderInstance();
        }
        return first(ImageIO.getImageReadersByFormatName(format.name()));
    }

    /** @param quality from 0 to 1; only JPEG loses any */
    static void write(BufferedImage image, Format format, float quality, Path file) throws IOException {
        // The stream below writes over what is there.
        Files.write(file, new byte[0]);
        ImageWriter writer = first(ImageIO.getImageWritersByFormatName(format.name()));
        try (FileImageOutputStream out = new FileImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            ImageWriteParam wanted = writer.getDefaultWriteParam();
            if (format == Format.JPEG) {
                wanted.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                wanted.setCompressionQuality(quality);
            }
            writer.write(null, new IIOImage(image, null, null), wanted);
        } finally {
            writer.dispose();
        }
    }

    private static <T> T first(Iterator<T> found) throws IOException {
        if (!found.hasNext()) {
            throw new IOException("This Java lacks a codec");
        }
        return found.next();
    }
}
