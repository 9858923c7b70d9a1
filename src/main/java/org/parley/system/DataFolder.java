package org.parley.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder of the embedded database and of the signing key. Only the server's own user may enter it, whatever the umask:
 * all messages and the hashes of all passwords are there.
 */
public final class DataFolder {
    private DataFolder() {}

    /** Makes it if it is not there. The permissions of one that is there are its operator's to choose. */
    public static void make(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, ownersAlone(folder, "rwx------"));
        }
    }

    /** For what is made there, from its first moment on; nothing where the file system has no such permissions. */
    public static FileAttribute<?>[] ownersAlone(Path place, String permissions) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
