package org.parley.search;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An open index in a folder of the test's own. */
abstract class AnIndex {
    @TempDir
    Path parent;

    Path folder;
    Index index;

    @BeforeEach
    void open() throws IOException {
        folder = parent.resolve("search");
        index = Index.open(folder, "one");
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }
}
