package org.parley.accounts;

import java.nio.file.Path;
import java.util.List;
import org.parley.system.Paging;

/**
 * A kind of data that people can download about themselves. CDI finds all of them. It must contain nothing that others
 * wrote, and no text that was deleted.
 */
public interface OwnData {
    /** The name of the file in the download, without its ending. */
    String name();

    /**
     * The next records of the caller, as objects for JSON. Runs in a transaction of its own.
     *
     * @param paging its limit bounds the memory that a page takes
     */
    Page<?> records(Caller caller, Paging paging);

    /** The files that belong to the records. */
    default Page<Content> files(Caller caller, Paging paging) {
        return new Page<>(List.of(), null);
    }

    /**
     * @param items perhaps none, although there are more
     * @param next the cursor of the next page; {@code null} at the end
     */
    record Page<T>(List<T> items, String next) {}

    /**
     * A file of the caller.
     *
     * @param name its name in the download, which has no folders
     * @param path where it is; it may be gone by the time it is read
     */
    record Content(String name, Path path) {}
}
