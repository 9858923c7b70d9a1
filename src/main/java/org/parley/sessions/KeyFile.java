package org.parley.sessions;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.parley.system.BadSetting;
import org.parley.system.DataFolder;

/** The signing key that the server made itself, in its data folder, where only its owner may read it. */
final class KeyFile {
    private static final String NAME = "jwt-key.jwk";

    /** The file of earlier versions. It stays: a copy as a JSON Web Key would be a second file to keep secret. */
    private static final String EARLIER = "jwt-key.pem";

    private KeyFile() {}

    /**
     * The text of the file in this folder; the file is made if it is missing.
     *
     * @throws BadSetting if everybody on the machine may read or write it: such a key is nobody's secret
     */
    static String readOrMake(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        Path earlier = folder.resolve(EARLIER);
        if (!Files.exists(file) && Files.exists(earlier)) {
            return read(earlier);
        }
        if (!Files.exists(file)) {
            DataFolder.make(folder.toAbsolutePath());
            make(file);
        }
        return read(file);
    }

    /** The file's group may be one that a container platform gives to the server's volumes. */
    private static String read(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (permissions.contains(PosixFilePermission.OTHERS_READ)
                    || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
                throw new BadSetting(
                        "parley.data.dir", "has a file " + file + " that everybody may read; see chmod 600");
            }
        }
        return Files.readString(file);
    }

    /** Several nodes may start at the same time. The first key stays, and no node finds half of one. */
    private static void make(Path file) throws IOException {
        Path part = Files.createTempFile(
                file.toAbsolutePath().getParent(), NAME, ".new", DataFolder.ownersAlone(file, "rw-------"));
        try {
            write(part);
            give(part, file);
        } catch (FileAlreadyExistsException anotherNodeWasFirst) {
            // Another node was faster; use that node's key.
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void write(Path part) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(KeyText.make().getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
    }

    /** A link never replaces a file. Where the file system has no links, this looks first and moves then. */
    private static void give(Path part, Path file) throws IOException {
        try {
            Files.createLink(file, part);
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            Files.move(part, file);
        }
    }
}
