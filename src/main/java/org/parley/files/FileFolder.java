package org.parley.files;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.parley.problems.LastingFailure;
import org.parley.problems.Refusal;
import org.parley.system.Configuration;
import org.parley.system.DataFolder;
import org.parley.system.Starting;

/**
 * Where the bytes of files are: in a folder, under the id of the file, in two levels of folders. Everything about the
 * disk is here. A file gets its name only when it is complete and safely on the disk.
 */
@ApplicationScoped
class FileFolder {
    private static final System.Logger LOG = System.getLogger(FileFolder.class.getName());
    private static final String INCOMING = "incoming";
    /** What imports of rooms are working on. They do not outlive the server. */
    private static final String IMPORTS = "imports";

    private static final int DIGITS = 2;

    /** A file of an upload. */
    enum Part {
        FILE(""),
        THUMBNAIL(".thumbnail");

        private final String ending;

        Part(String ending) {
            this.ending = ending;
        }
    }

    private final LastingFailure trouble =
            new LastingFailure(LOG, "The folder of files cannot be used; uploads and downloads are refused");

    @Inject
    Configuration configuration;

    /** Without its folder the server still serves messages. */
    void start(@Observes @Priority(Starting.FEATURES) Starting starting) {
        try {
            DataFolder.make(folder());
            for (Path left : listed(folder().resolve(IMPORTS))) {
                Files.deleteIfExists(left);
            }
        } catch (IOException missing) {
            LOG.log(System.Logger.Level.WARNING, "Cannot make the folder of files " + folder() + ": " + missing);
        }
    }

    private Path folder() {
        return configuration.files().folder();
    }

    /** Work that needs the disk. */
    interface DiskWork<T> {
        T run() throws IOException;
    }

    /** @throws Refusal {@code unavailable} if the disk is full, read-only or gone */
    <T> T using(DiskWork<T> work) {
        try {
            T result = work.run();
            trouble.succeeded();
            return result;
        } catch (IOException failure) {
            trouble.failed(failure);
            throw Refusal.unavailable();
        }
    }

    /** A new place for an upload. */
    Incoming incoming() throws IOException {
        return incoming(INCOMING);
    }

    /** As {@link #incoming()}, for an import of a room; what a killed server leaves there goes at the next start. */
    Incoming importing() throws IOException {
        return incoming(IMPORTS);
    }

    private Incoming incoming(String inside) throws IOException {
        return new Incoming(
                made(folder().resolve(inside)).resolve(UUID.randomUUID().toString()));
    }

    /** Gives a complete file its name. It is on the disk when this returns. */
    void keep(Path complete, UUID id, Part part) throws IOException {
        try (FileChannel file = FileChannel.open(complete, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        Path kept = path(id, part);
        made(made(kept.getParent().getParent()).resolve(kept.getParent().getFileName()));
        Files.move(complete, kept, StandardCopyOption.ATOMIC_MOVE);
        force(kept.getParent());
    }

    /** Never makes the folder of files itself: where that is missing, a disk is, and it will be back. */
    private static Path made(Path inside) throws IOException {
        try {
            Files.createDirectory(inside, DataFolder.ownersAlone(inside, "rwx------"));
            force(inside.getParent());
        } catch (FileAlreadyExistsException there) {
            // Another upload was first.
        }
        return inside;
    }

    /** A new name in a folder is safe when the folder is. Not every system can open one. */
    private static void force(Path inside) throws IOException {
        if (inside.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel names = FileChannel.open(inside, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    /** A file that can be read now. */
    record Found(Path path, long size) {}

    Found find(UUID id, Part part) {
        return using(() -> {
            Path path = path(id, part);
            return new Found(path, Files.size(path));
        });
    }

    /** Copies the bytes of a file, unless it was deleted meanwhile. */
    void copy(UUID id, OutputStream out) throws IOException {
        Path file = path(id, Part.FILE);
        if (Files.exists(file)) {
            Files.copy(file, out);
        }
    }

    /** Where a file is, if it still is there. */
    Path path(UUID id, Part part) {
        String name = id.toString();
        return folder().resolve(name.substring(0, DIGITS))
                .resolve(name.substring(DIGITS, 2 * DIGITS))
                .resolve(name + part.ending);
    }

    void delete(UUID id) throws IOException {
        for (Part part : Part.values()) {
            Files.deleteIfExists(path(id, part));
        }
    }

    /**
     * Deletes what no upload needs: what an ended upload left, and files that nothing is known about.
     *
     * @param before what is younger may belong to an upload that goes on
     * @param known says which of these are known
     */
    void tidy(Instant before, UnaryOperator<Collection<UUID>> known) throws IOException {
        for (Path first : listed(folder())) {
            if (first.getFileName().toString().equals(INCOMING)) {
                deleteOld(listed(first), before);
            } else if (first.getFileName().toString().length() == DIGITS) {
                for (Path second : listed(first)) {
                    tidy(listed(second), before, known);
                }
            }
        }
    }

    private void tidy(List<Path> files, Instant before, UnaryOperator<Collection<UUID>> known) throws IOException {
        List<UUID> ids =
                files.stream().flatMap(file -> id(file).stream()).distinct().toList();
        Collection<UUID> stay = ids.isEmpty() ? ids : known.apply(ids);
        deleteOld(
                files.stream()
                        .filter(file ->
                                id(file).filter(id -> !stay.contains(id)).isPresent())
                        .toList(),
                before);
    }

    private static Optional<UUID> id(Path file) {
        try {
            return Optional.of(UUID.fromString(file.getFileName().toString().replace(Part.THUMBNAIL.ending, "")));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    private static void deleteOld(List<Path> files, Instant before) throws IOException {
        for (Path file : files) {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static List<Path> listed(Path inside) throws IOException {
        if (!Files.isDirectory(inside)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(inside)) {
            return all.toList();
        }
    }
}
