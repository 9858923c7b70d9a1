package org.parley.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.UUID;
import org.parley.messages.Log;
import org.parley.problems.Refusal;
import org.parley.system.Configuration;

/** The files of rooms that leave the server, or come to it, as one file. */
@ApplicationScoped
public class MovingFiles {
    @Inject
    FileFolder folder;

    @Inject
    UploadingFiles uploading;

    @Inject
    Attachments attachments;

    @Inject
    Configuration configuration;

    /** A large upload on its way to the disk, and there as long as it is open. */
    public final class Arrival implements AutoCloseable {
        private final Incoming incoming;

        private Arrival(Incoming incoming) {
            this.incoming = incoming;
        }

        /** @throws Refusal {@code too_large} */
        public void fill(InputStream content, long mostOctets) throws IOException {
            incoming.fill(content, mostOctets);
        }

        public Path file() {
            return incoming.sent();
        }

        @Override
        public void close() throws IOException {
            incoming.close();
        }
    }

    /** Something that needs an upload on the disk. */
    public interface Work<T> {
        T run(Arrival arrival) throws IOException;
    }

    /**
     * Runs something with a place for a large upload.
     *
     * @throws Refusal {@code unavailable} if the disk is full or gone
     */
    public <T> T arriving(Work<T> work) {
        return folder.using(() -> {
            try (Arrival arrival = new Arrival(folder.importing())) {
                return work.run(arrival);
            }
        });
    }

    /**
     * Stores a file of a message in a hidden room. Its row comes first: if the server is killed in between, the bytes
     * go with the room.
     *
     * @param named what the file of the room calls it
     * @throws Refusal {@code too_large} if it is larger than an upload may be
     */
    public void bring(InputStream content, String named, Log.Place message, int at) throws IOException {
        try (Incoming incoming = folder.importing()) {
            incoming.fill(content, configuration.files().mostOctets());
            UploadingFiles.Ready ready = uploading.ready(Attachment.NOBODY, FileName.of(named), incoming);
            ready.row().post(message.roomId(), message.seq(), at);
            attachments.add(ready.row());
            uploading.keep(ready, incoming);
        }
    }

    /** Copies the bytes of a file. Of a file that was deleted meanwhile there are none. */
    public void copy(UUID id, OutputStream out) throws IOException {
        folder.copy(id, out);
    }
}
