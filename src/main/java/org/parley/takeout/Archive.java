package org.parley.takeout;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.parley.accounts.OwnData;

/**
 * A zip that is written as it is read: files of lines of JSON, and uploaded files as they are. Only {@link #finish}
 * makes it whole.
 */
final class Archive implements Closeable {
    private static final int BUFFER = 1 << 16;

    private static final String READ_ME =
            """
            These are your data from this Parley server.

            Each .ndjson file has one JSON object a line.
            profile     what others see about you
            picture     your picture, if you have one
            sessions    the devices on which you are signed in
            rooms       your rooms and conversations, your role, and how far you have read
            messages    what you wrote, also in rooms that you have left; no deleted messages
            drafts      what you have typed and not sent
            reactions   your reactions to messages
            blocks      the people that you have blocked
            reports     the messages that you have reported, and why
            files       the files that you have uploaded; the folder "files" has the files themselves, and
                        your picture

            "roomId" and "id" of a room name it for ever; "room" or "with" is its name for you now. "seq" is the number
            of a message in its room. Times are in UTC.
            """;

    /** Fast: most of the octets are pictures, which are compressed already. */
    private static final class Zip extends ZipOutputStream {
        Zip(OutputStream out) {
            super(new BufferedOutputStream(out, BUFFER), StandardCharsets.UTF_8);
            setLevel(Deflater.BEST_SPEED);
        }

        /** Gives back its memory without completing the zip. */
        void abandon() {
            def.end();
        }
    }

    private final Zip zip;
    private final ObjectMapper json;

    Archive(OutputStream out, ObjectMapper json) {
        this.zip = new Zip(out);
        this.json = json;
    }

    void explain() throws IOException {
        zip.putNextEntry(new ZipEntry("README.txt"));
        zip.write(READ_ME.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** Begins a file of lines. @param name without its ending */
    void begin(String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name + ".ndjson"));
    }

    void line(Object record) throws IOException {
        zip.write(json.writeValueAsBytes(record));
        zip.write('\n');
    }

    void end() throws IOException {
        zip.closeEntry();
    }

    /** Leaves out a file that was deleted meanwhile. */
    void file(OwnData.Content file) throws IOException {
        try (InputStream content = Files.newInputStream(file.path())) {
            zip.putNextEntry(new ZipEntry("files/" + file.name()));
            content.transferTo(zip);
            zip.closeEntry();
        } catch (NoSuchFileException gone) {
            // Its line in the list of files stays.
        }
    }

    void finish() throws IOException {
        zip.finish();
        zip.flush();
    }

    @Override
    public void close() {
        zip.abandon();
    }
}
