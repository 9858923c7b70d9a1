package org.parley.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.parley.accounts.Caller;
import org.parley.accounts.OwnData;
import org.parley.rooms.Room;
import org.parley.system.Paging;

/** The files that the caller uploaded, for the download of their data. Those of deleted messages are gone. */
@ApplicationScoped
class OwnFiles implements OwnData {
    private static final UUID START = new UUID(0, 0);
    /** What the file systems of some computers do not accept in a name. */
    private static final String UNUSABLE = "[<>:\"|?*/\\\\]";

    @Inject
    Attachments attachments;

    @Inject
    FileFolder folder;

    /**
     * @param file its name in the download
     * @param roomId where it was posted, or {@code null}
     * @param seq the number of its message, or {@code null}
     */
    record FileRecord(UUID id, String name, String type, long size, String file, String roomId, Long seq) {}

    @Override
    public String name() {
        return "files";
    }

    @Override
    public Page<FileRecord> records(Caller caller, Paging paging) {
        List<Attachment> found = found(caller, paging);
        return new Page<>(paging.page(found).stream().map(OwnFiles::json).toList(), next(found, paging));
    }

    @Override
    public Page<Content> files(Caller caller, Paging paging) {
        List<Attachment> found = found(caller, paging);
        return new Page<>(
                paging.page(found).stream()
                        .map(file -> new Content(nameOf(file), folder.path(file.id(), FileFolder.Part.FILE)))
                        .toList(),
                next(found, paging));
    }

    private List<Attachment> found(Caller caller, Paging paging) {
        UUID after = paging.after() == null ? START : Attachments.id(paging.after());
        return attachments.of(caller.accountId(), after, paging.limit() + 1);
    }

    private static String next(List<Attachment> found, Paging paging) {
        return paging.next(found, file -> file.id().toString());
    }

    private static FileRecord json(Attachment file) {
        boolean posted = file.roomId() != null;
        return new FileRecord(
                file.id(),
                file.name(),
                file.type(),
                file.octets(),
                nameOf(file),
                posted ? Room.wireId(file.roomId()) : null,
                posted ? file.message().seq() : null);
    }

    private static String nameOf(Attachment file) {
        return file.id() + "-" + file.name().replaceAll(UNUSABLE, "_");
    }
}
