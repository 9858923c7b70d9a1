package org.parley.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder that holds the embedded database and the signing key. Only the server's own user may enter it, whatever
 * the umask: it contains all messages and all password hashes.
 */
public final class DataFolder {
    private DataFolder() {}

    /** Creates the folder if it does not exist. The permissions of an existing folder are the operator's decision. */
    public static void make(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, ownersAlone(folder, "rwx------"));
        }
    }

    /**
     * Attributes that give a new file or folder these permissions from its first moment. Empty if the file system is
     * not POSIX.
     */
    public static FileAttribute<?>[] ownersAlone(Path place, String permissions) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
