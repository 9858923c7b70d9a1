package org.parley.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.parley.accounts.Caller;
import org.parley.messages.Details;
import org.parley.pictures.MakingPictures;
import org.parley.pictures.Picture;
import org.parley.problems.Refusal;
import org.parley.system.Configuration;

/**
 * Stores what people upload. The bytes are on the disk before the table knows the file, and the table knows it before
 * the uploader is answered. So a crash leaves at most bytes that nobody knows ({@link SweepingFiles}).
 */
@ApplicationScoped
class UploadingFiles {
    @Inject
    FileFolder folder;

    @Inject
    MakingPictures pictures;

    @Inject
    Storage storage;

    @Inject
    Configuration configuration;

    @Inject
    Clock clock;

    /**
     * Begins to read a body.
     *
     * @param length as announced, or -1
     * @throws Refusal {@code unsupported_type}; {@code too_large} if so much is announced
     */
    Multipart begun(Caller caller, String contentType, long length, InputStream body) {
        long most = configuration.files().mostOctets();
        Multipart parts = Multipart.of(contentType, body, most);
        if (length > most + Multipart.MOST_AROUND) {
            throw Incoming.tooLarge(most);
        }
        storage.judge(caller.accountId(), length - Multipart.MOST_AROUND);
        return parts;
    }

    /**
     * Stores the part {@code file} of a body.
     *
     * @throws Refusal {@code invalid_request} if the body is malformed or has no such part, or more than one;
     *     {@code too_large}, also if the uploader has no room for it; {@code unavailable} if the disk is full or gone
     */
    Details.Attachment upload(Caller caller, Multipart parts) {
        return folder.using(() -> {
            try (Incoming incoming = folder.incoming()) {
                String name = received(parts, incoming);
                return stored(caller, name, incoming);
            } catch (Multipart.Malformed malformed) {
                throw Refusal.invalid("file", "must be a part of a complete body of the type multipart/form-data");
            }
        });
    }

    /** Reads the whole body before anything is stored. @return the file's name */
    private String received(Multipart parts, Incoming incoming) throws IOException {
        String name = null;
        while (parts.next()) {
            if (parts.field().equals("file")) {
                if (name != null) {
                    throw Refusal.invalid("file", "must be there once");
                }
                name = FileName.of(parts.filename());
                incoming.fill(parts.content(), configuration.files().mostOctets());
            }
        }
        if (name == null) {
            throw Refusal.invalid("file", "must be given");
        }
        return name;
    }

    private Details.Attachment stored(Caller caller, String name, Incoming incoming) throws IOException {
        Ready ready = ready(caller.accountId(), name, incoming);
        storage.judge(caller.accountId(), ready.row().octets());
        keep(ready, incoming);
        try {
            storage.add(caller.accountId(), ready.row());
        } catch (Refusal full) {
            // Another upload took the rest meanwhile.
            folder.delete(ready.row().id());
            throw full;
        }
        return ready.row().json();
    }

    /** A file that can get its place: what the table will know of it, and where its bytes are now. */
    record Ready(Attachment row, Path bytes, boolean picture) {}

    /** Finds out what an upload is, and makes a picture anew. */
    Ready ready(long ownerId, String name, Incoming incoming) throws IOException {
        String sentType = ContentType.of(incoming.sent(), name);
        Optional<Picture> picture = pictures.make(incoming.sent(), sentType, incoming.picture(), incoming.thumbnail());
        Path bytes = picture.isPresent() ? incoming.picture() : incoming.sent();
        String type = picture.map(Picture::type).orElse(sentType);
        Attachment row = new Attachment(UUID.randomUUID(), ownerId, name, type, Files.size(bytes), clock.millis());
        picture.ifPresent(row::show);
        return new Ready(row, bytes, picture.isPresent());
    }

    /** Gives the bytes their place. */
    void keep(Ready ready, Incoming incoming) throws IOException {
        folder.keep(ready.bytes(), ready.row().id(), FileFolder.Part.FILE);
        if (ready.picture()) {
            folder.keep(incoming.thumbnail(), ready.row().id(), FileFolder.Part.THUMBNAIL);
        }
    }
}
