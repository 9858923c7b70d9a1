package org.parley.roomfile;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.parley.problems.Refusal;

/**
 * The zip of a room as somebody sent it. It is read from its beginning to its end, and what really comes out of it is
 * counted: the sizes that a zip states, and its list of contents, may be wrong.
 */
final class Archive {
    private static final int MOST_ENTRIES = 100_000;
    private static final long MOST_OCTETS = 2L << 30;
    private static final int MOST_RATIO = 100;
    private static final int MOST_IN_NAME = 200;
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final long packed;

    /** @param file a complete file, which nobody changes meanwhile */
    Archive(Path file) throws IOException {
        this.file = file;
        this.packed = Files.size(file);
    }

    /** Takes the entries in the order of the zip. */
    interface Taking {
        /** It need not read the content. @return whether it wants more entries */
        boolean take(String name, InputStream content) throws IOException;
    }

    /** Takes the content of one entry. */
    interface Reading {
        void read(InputStream content) throws IOException;
    }

    /**
     * Looks at everything once before anything is used.
     *
     * @return the names of the entries
     * @throws Refusal {@code too_large}; {@code invalid_request}
     */
    Set<String> names() throws IOException {
        Set<String> names = new HashSet<>();
        each((name, content) -> {
            judge(name);
            if (!names.add(name)) {
                throw Trouble.in("has the entry " + name + " twice");
            }
            return true;
        });
        return names;
    }

    private static void judge(String name) {
        boolean leaves = name.startsWith("/") || ("/" + name + "/").contains("/../");
        boolean foreign = name.chars().anyMatch(letter -> letter == '\\' || letter == ':' || letter < ' ');
        if (leaves || foreign || name.isEmpty() || name.length() > MOST_IN_NAME) {
            throw Trouble.in("has an entry with a name that is not allowed");
        }
    }

    /** Reads one entry. @throws Refusal {@code invalid_request} if it is absent */
    void read(String wanted, Reading reading) throws IOException {
        boolean[] found = new boolean[1];
        each((name, content) -> {
            found[0] = name.equals(wanted);
            if (found[0]) {
                reading.read(content);
            }
            return !found[0];
        });
        if (!found[0]) {
            throw Trouble.in("must be a zip with " + wanted);
        }
    }

    void each(Taking taking) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
                ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
            Content content = new Content(zip);
            int entries = 0;
            boolean more = true;
            for (ZipEntry entry = content.next(); entry != null; entry = more ? content.next() : null) {
                if (++entries > MOST_ENTRIES) {
                    throw Trouble.tooLarge("has more than " + MOST_ENTRIES + " entries");
                }
                more = taking.take(entry.getName(), content);
                if (more) {
                    content.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
    }

    /** What comes out of the zip. It tells what is wrong with a zip from what is wrong with the disk. */
    private final class Content extends FilterInputStream {
        private final ZipInputStream zip;
        private long octets;

        Content(ZipInputStream zip) {
            super(zip);
            this.zip = zip;
        }

        ZipEntry next() throws IOException {
            return whole(zip::getNextEntry);
        }

        @Override
        public int read() throws IOException {
            byte[] octet = new byte[1];
            return read(octet, 0, 1) < 0 ? -1 : octet[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int most) throws IOException {
            int count = whole(() -> zip.read(buffer, offset, most));
            octets += Math.max(count, 0);
            if (octets > MOST_OCTETS) {
                throw Trouble.tooLarge("unpacks to more than " + MOST_OCTETS + " bytes");
            }
            if (octets > MOST_RATIO * packed) {
                throw Trouble.tooLarge("unpacks to more than " + MOST_RATIO + " times its size");
            }
            return count;
        }

        /** The entry ends here; the next one is read from the same zip. */
        @Override
        public void close() {}
    }

    private interface Step<T> {
        T take() throws IOException;
    }

    private static <T> T whole(Step<T> step) throws IOException {
        try {
            return step.take();
        } catch (ZipException | EOFException | IllegalArgumentException broken) {
            // The last of them is about a name that is no UTF-8.
            throw Trouble.in("must be a complete zip without a password");
        }
    }
}
