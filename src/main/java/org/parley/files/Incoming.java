package org.parley.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.system.DataFolder;

/** The files of one upload, under names for the time being. What is not kept is deleted at the end. */
final class Incoming implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path place;

    /** @param place the name that its files begin with */
    Incoming(Path place) {
        this.place = place;
    }

    /** The upload as it came. */
    Path sent() {
        return beside(".sent");
    }

    /** The picture that was made of it. */
    Path picture() {
        return beside(".picture");
    }

    Path thumbnail() {
        return beside(".thumbnail");
    }

    private Path beside(String ending) {
        return place.resolveSibling(place.getFileName() + ending);
    }

    /**
     * Writes the upload.
     *
     * @param content what it reads may fail with a {@link Refusal}, or as {@link Multipart.Malformed}
     * @throws Refusal {@code too_large}
     */
    void fill(InputStream content, long mostOctets) throws IOException {
        for (Path file : new Path[] {sent(), picture(), thumbnail()}) {
            Files.createFile(file, DataFolder.ownersAlone(file, "rw-------"));
        }
        try (OutputStream out = Files.newOutputStream(sent())) {
            byte[] buffer = new byte[BUFFER];
            long octets = 0;
            int read = content.read(buffer);
            while (read >= 0) {
                octets += read;
                if (octets > mostOctets) {
                    throw tooLarge(mostOctets);
                }
                out.write(buffer, 0, read);
                read = content.read(buffer);
            }
        }
    }

    static Refusal tooLarge(long mostOctets) {
        return Refusal.of(Code.TOO_LARGE, "A file may have at most " + mostOctets + " bytes.");
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(sent());
        Files.deleteIfExists(picture());
        Files.deleteIfExists(thumbnail());
    }
}
