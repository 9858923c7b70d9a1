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
    Attachments attachments;

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
    Multipart begun(String contentType, long length, InputStream body) {
        long most = configuration.files().mostOctets();
        Multipart parts = Multipart.of(contentType, body, most);
        if (length > most + Multipart.MOST_AROUND) {
            throw Incoming.tooLarge(most);
        }
        return parts;
    }

    /**
     * Stores the part {@code file} of a body.
     *
     * @throws Refusal {@code invalid_request} if the body is malformed or has no such part, or more than one;
     *     {@code too_large}; {@code unavailable} if the disk is full or gone
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
        String sentType = ContentType.of(incoming.sent(), name);
        Optional<Picture> picture = pictures.make(incoming.sent(), sentType, incoming.picture(), incoming.thumbnail());
        UUID id = UUID.randomUUID();
        Path file = picture.isPresent() ? incoming.picture() : incoming.sent();
        long octets = Files.size(file);
        folder.keep(file, id, FileFolder.Part.FILE);
        if (picture.isPresent()) {
            folder.keep(incoming.thumbnail(), id, FileFolder.Part.THUMBNAIL);
        }
        String type = picture.map(Picture::type).orElse(sentType);
        Attachment uploaded = new Attachment(id, caller.accountId(), name, type, octets, clock.millis());
        picture.ifPresent(uploaded::show);
        attachments.add(uploaded);
        return uploaded.json();
    }
}
