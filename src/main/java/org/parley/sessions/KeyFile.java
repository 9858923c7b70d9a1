package org.parley.sessions;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Set;
import org.parley.system.BadSetting;
import org.parley.system.DataFolder;

/** The signing key that the server made itself, in its data folder, where only its owner may read it. */
final class KeyFile {
    private KeyFile() {}

    /**
     * The PEM text in the file; made if it is not there.
     *
     * @throws BadSetting if everybody on the machine may read or write it: such a key is nobody's secret
     */
    static String readOrMake(Path file) throws IOException {
        if (!Files.exists(file)) {
            DataFolder.make(file.toAbsolutePath().getParent());
            make(file);
        }
        return read(file);
    }

    /** Of several nodes that start at the same time one makes it, and the others wait. */
    private static void make(Path file) throws IOException {
        try (FileChannel channel = open(beside(file, ".lock"));
                FileLock waited = channel.lock()) {
            if (waited.isValid() && !Files.exists(file)) {
                write(file, pem());
            }
        }
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
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

    /** It appears whole: who finds it may read it. */
    private static void write(Path file, String pem) throws IOException {
        Path part = beside(file, ".new");
        Files.deleteIfExists(part);
        try (FileChannel channel = open(part)) {
            channel.write(ByteBuffer.wrap(pem.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Made with its permissions and not given them later: in between anybody could open it. */
    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                DataFolder.ownersAlone(file, "rw-------"));
    }

    private static String pem() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            ECPrivateKey key = (ECPrivateKey) generator.generateKeyPair().getPrivate();
            return "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                    + "\n-----END PRIVATE KEY-----\n";
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
