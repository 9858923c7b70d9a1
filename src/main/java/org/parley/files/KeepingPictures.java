package org.parley.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.parley.http.ServedFile;
import org.parley.pictures.MakingPictures;
import org.parley.problems.Refusal;
import org.parley.system.Configuration;

/**
 * Keeps small square pictures that belong to no message, such as those of people. Each upload gets an id of its own, so
 * what an id shows never changes. Nobody can post such a picture, or read it as the file of a message.
 */
@ApplicationScoped
public class KeepingPictures {
    @Inject
    FileFolder folder;

    @Inject
    MakingPictures pictures;

    @Inject
    Attachments attachments;

    @Inject
    Event<FilesForgotten> forgotten;

    @Inject
    Configuration configuration;

    @Inject
    Clock clock;

    /**
     * Stores the middle of a picture. It is removed after a day, unless somebody holds it.
     *
     * @param field which a refusal names
     * @throws Refusal {@code too_large}; {@code invalid_request} if it is no picture; {@code unavailable} if the disk
     *     is full or gone
     */
    public UUID store(InputStream body, long ownerId, String field) {
        return folder.using(() -> {
            try (Incoming incoming = folder.incoming()) {
                incoming.fill(body, configuration.files().mostOctets());
                return stored(incoming, ownerId, field);
            }
        });
    }

    private UUID stored(Incoming incoming, long ownerId, String field) throws IOException {
        String sentType = ContentType.of(incoming.sent(), field);
        String type = pictures.square(incoming.sent(), sentType, incoming.picture(), incoming.thumbnail())
                .orElseThrow(() -> Refusal.invalid(
                        field, "must be a picture (PNG, JPEG, GIF or WebP) of at most 25 million pixels"));
        UUID id = UUID.randomUUID();
        long octets = Files.size(incoming.picture());
        folder.keep(incoming.picture(), id, FileFolder.Part.FILE);
        attachments.add(new Attachment(id, ownerId, field, type, octets, clock.millis()));
        return id;
    }

    /** It stays from now on. In the caller's transaction. */
    @Transactional
    public void hold(UUID id) {
        attachments.find(id).orElseThrow(Refusal::notFound).hold();
    }

    /** Nobody needs it any more. In the caller's transaction; the bytes are removed after the commit. */
    @Transactional
    public void letGo(UUID id) {
        attachments.find(id).ifPresent(Attachment::forget);
        forgotten.fire(new FilesForgotten());
    }

    /** Where it is, if it still is there. */
    public Path path(UUID id) {
        return folder.path(id, FileFolder.Part.FILE);
    }

    /**
     * The picture for a browser.
     *
     * @param lasting whether the address that was asked for will never show another picture
     * @throws Refusal {@code not_found}
     */
    public ServedFile served(UUID id, boolean lasting) {
        Attachment found = attachments.find(id).orElseThrow(Refusal::notFound);
        FileFolder.Found file = folder.find(id, FileFolder.Part.FILE);
        return new ServedFile(file.path(), file.size(), found.type(), found.name(), true, id.toString(), lasting);
    }
}
